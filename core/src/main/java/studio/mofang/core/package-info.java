@NullMarked
package studio.mofang.core;

import org.jspecify.annotations.NullMarked;
