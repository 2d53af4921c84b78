/// Draws cards with Java2D, with whatever Chinese fonts the machine has.
@NullMarked
package studio.mofang.server.card;

import org.jspecify.annotations.NullMarked;
