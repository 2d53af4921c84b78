/// `/api/v1`: one server, embedded in the studio, standalone on a file, or hosted on PostgreSQL. `LocalServer` wires
/// it.
@NullMarked
package studio.mofang.server;

import org.jspecify.annotations.NullMarked;
