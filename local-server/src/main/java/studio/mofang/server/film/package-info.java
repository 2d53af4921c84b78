/// Makes silent captioned videos on this machine: a script into captions, captions into frames, frames into
/// an MP4.
@NullMarked
package studio.mofang.server.film;

import org.jspecify.annotations.NullMarked;
