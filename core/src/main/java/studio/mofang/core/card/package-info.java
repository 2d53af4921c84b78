/// An article laid out on card pictures, 3:4 as 小红书 shows them: what stands where, in whose size and colour. Drawing is
/// left to whoever has fonts.
@NullMarked
package studio.mofang.core.card;

import org.jspecify.annotations.NullMarked;
