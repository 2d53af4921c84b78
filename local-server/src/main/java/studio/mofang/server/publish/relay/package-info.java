/// The page that a phone on the same network opens: a listener of its own, for one pack and for as long as
/// it is shown.
@NullMarked
package studio.mofang.server.publish.relay;

import org.jspecify.annotations.NullMarked;
