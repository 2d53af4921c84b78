/// The studio's program: how it starts, one process to a data folder, and the wiring of everything below.
@NullMarked
package studio.mofang.desktop;

import org.jspecify.annotations.NullMarked;
