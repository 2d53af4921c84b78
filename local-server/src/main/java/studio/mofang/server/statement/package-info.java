/// The providers' daily bills beside our books: what one has and the other does not.
@NullMarked
package studio.mofang.server.statement;

import org.jspecify.annotations.NullMarked;
