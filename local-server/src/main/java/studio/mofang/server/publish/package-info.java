/// Publishing: what goes to which platform and when, its journal, the platforms' connectors and the
/// accounts there.
@NullMarked
package studio.mofang.server.publish;

import org.jspecify.annotations.NullMarked;
