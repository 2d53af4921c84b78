@NullMarked
package studio.mofang.desktop;

import org.jspecify.annotations.NullMarked;
