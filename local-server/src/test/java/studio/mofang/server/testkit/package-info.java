/// Real servers on both databases, clocks that tests move, and fakes that speak the vendors' wire formats.
@NullMarked
package studio.mofang.server.testkit;

import org.jspecify.annotations.NullMarked;
