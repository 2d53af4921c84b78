/// From a text to five platforms: what it becomes on each, in true size, and sending it off.
@NullMarked
package studio.mofang.desktop.publish;

import org.jspecify.annotations.NullMarked;
