/// Work that nobody waits for: sweeps that repair and tidy at intervals.
@NullMarked
package studio.mofang.server.task;

import org.jspecify.annotations.NullMarked;
