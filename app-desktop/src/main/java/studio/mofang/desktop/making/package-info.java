/// What the panes of pictures, videos and slides share: who makes it and for how much, what is under way, and what was
/// made before.
@NullMarked
package studio.mofang.desktop.making;

import org.jspecify.annotations.NullMarked;
