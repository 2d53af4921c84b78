/// Orders and the money for them: gateways behind one port, signed callbacks, settlement that gives the goods once.
@NullMarked
package studio.mofang.server.payment;

import org.jspecify.annotations.NullMarked;
