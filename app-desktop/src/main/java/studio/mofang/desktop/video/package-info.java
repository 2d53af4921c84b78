/// The pane of videos: a script, a length, how far the video is, and those before it.
@NullMarked
package studio.mofang.desktop.video;

import org.jspecify.annotations.NullMarked;
