/// What a creation becomes on each of the five platforms: its form there, the rules it must keep, and where it breaks
/// them. `Platforms` is the way in.
@NullMarked
package studio.mofang.core.platform;

import org.jspecify.annotations.NullMarked;
