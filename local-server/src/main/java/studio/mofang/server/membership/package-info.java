/// Who generates without paying by the piece: periods of membership, one after the other.
@NullMarked
package studio.mofang.server.membership;

import org.jspecify.annotations.NullMarked;
