/// Makes texts: prices, holds credits, asks the model, saves and charges, in this order and at most once.
@NullMarked
package studio.mofang.server.generation;

import org.jspecify.annotations.NullMarked;
