@NullMarked
package studio.mofang.bench;

import org.jspecify.annotations.NullMarked;
