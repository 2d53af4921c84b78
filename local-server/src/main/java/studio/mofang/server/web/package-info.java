/// What every route shares: declaring it, who calls, the shape of input, limits, idempotency, one error mapper.
@NullMarked
package studio.mofang.server.web;

import org.jspecify.annotations.NullMarked;
