/// The window around the screens: navigation rail, command palette, theme, size and place.
@NullMarked
package studio.mofang.desktop.shell;

import org.jspecify.annotations.NullMarked;
