/// Videos: tasks that are priced, journaled and claimed by one node at a time, survive restarts, and end
/// exactly once.
@NullMarked
package studio.mofang.server.video;

import org.jspecify.annotations.NullMarked;
