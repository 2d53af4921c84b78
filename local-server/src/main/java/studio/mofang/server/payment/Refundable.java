package studio.mofang.server.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.server.web.Problem;

/// What of a paid order can be sent back. `before` are its refunds that were not refused: what they sent is gone, or
/// on its way.
record Refundable(Order order, List<Refund> before) {
    Refundable {
        before = List.copyOf(before);
    }

    /// Throws Problem(CONFLICT) when nobody has paid.
    static Refundable of(Order order, List<Refund> all) {
        if (!order.paid()) {
            throw new Problem(Fault.CONFLICT, "订单尚未支付，没有可退的款项");
        }
        return new Refundable(
                order, all.stream().filter(refund -> !refund.refused()).toList());
    }

    Money rest() {
        return before.stream().map(Refund::amount).reduce(order.amount(), Money::minus);
    }

    /// All that is left where nothing is wished. Throws Problem: CONFLICT, BAD_REQUEST.
    Money amount(@Nullable Money wished) {
        var rest = rest();
        if (rest.equals(Money.ZERO)) {
            throw new Problem(Fault.CONFLICT, "订单的款项已经全部退回或正在退回");
        }
        var amount = wished == null ? rest : wished;
        if (amount.compareTo(Money.ZERO) <= 0 || amount.compareTo(rest) > 0) {
            throw Problem.invalid("amount", "应大于 0，且不超过还可退的 " + rest + " 元");
        }
        return amount;
    }
}
