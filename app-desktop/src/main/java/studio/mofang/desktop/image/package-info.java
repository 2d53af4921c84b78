/// The pane of pictures: a prompt, a size, the picture, and those before it.
@NullMarked
package studio.mofang.desktop.image;

import org.jspecify.annotations.NullMarked;
