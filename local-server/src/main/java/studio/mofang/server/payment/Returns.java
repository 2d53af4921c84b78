package studio.mofang.server.payment;

import java.time.Duration;
import java.util.List;
import studio.mofang.core.Money;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.membership.MembershipService;
import studio.mofang.server.payment.Refund.TakenBack;

/// Takes back what an order gave, in proportion to the money that goes back, as far as it is unspent: new entries in
/// the ledger, less time of membership, never a balance below zero. All in the caller's transaction.
final class Returns {
    static final String TYPE = "refund";
    private static final String UNDONE = "-undone";
    private static final String PRICE = "-price";

    private final CreditService credits;
    private final MembershipService memberships;

    Returns(CreditService credits, MembershipService memberships) {
        this.credits = credits;
        this.memberships = memberships;
    }

    /// After the last fen the shares add up to the whole.
    TakenBack takeBack(Refundable refundable, Money amount, String refundNo) {
        var order = refundable.order();
        var due = due(refundable, amount);
        long taken = due.credits() == 0
                ? 0
                : credits.takeBack(order.userId(), entry(refundNo, due.credits(), "退款收回：" + order.description()));
        var time = memberships.takeBack(order.userId(), order.orderId(), due.time());
        return new TakenBack(due.credits(), taken, due.time(), shorter(time, due.time()));
    }

    /// What `takeBack` would come to now.
    TakenBack wouldTakeBack(Refundable refundable, Money amount) {
        var order = refundable.order();
        var due = due(refundable, amount);
        var balance = credits.balance(order.userId());
        long there = balance.creditBalance() - balance.creditHeld();
        var unspent = memberships.unspent(order.userId(), order.orderId());
        return new TakenBack(due.credits(), Math.min(there, due.credits()), due.time(), shorter(unspent, due.time()));
    }

    /// Gives back what was taken, after the gateway has refused the refund.
    void undo(Order order, Refund refund) {
        var taken = refund.takenBack();
        if (taken.credits() > 0) {
            credits.add(
                    order.userId(),
                    entry(refund.refundNo() + UNDONE, taken.credits(), "退款未成，退还：" + order.description()));
        }
        memberships.giveBack(order.userId(), order.orderId(), taken.time());
    }

    /// Credits had paid the order: its price goes back into the balance.
    void payBack(Refundable refundable, Money amount, String refundNo) {
        var order = refundable.order();
        long back = creditsPaidBack(refundable, amount);
        if (back > 0) {
            credits.add(order.userId(), entry(refundNo + PRICE, back, "退款：" + order.description()));
        }
    }

    /// What of the price of an order that credits had paid goes back with this amount.
    static long creditsPaidBack(Refundable refundable, Money amount) {
        long price = Math.ceilDiv(refundable.order().amount().fen(), Goods.FEN_PER_CREDIT);
        long before = Share.of(refundable, Money.ZERO).of(price, 0);
        return Share.of(refundable, amount).of(price, before);
    }

    private Due due(Refundable refundable, Money amount) {
        var order = refundable.order();
        var before = refundable.before();
        var share = Share.of(refundable, amount);
        long credited = credits.given(order.userId(), order.orderId());
        long creditsBefore =
                before.stream().mapToLong(one -> one.takenBack().creditsDue()).sum();
        long secondsBefore = before.stream()
                .mapToLong(one -> one.takenBack().timeDue().toSeconds())
                .sum();
        return new Due(
                share.of(credited, creditsBefore),
                Duration.ofSeconds(share.of(timeGiven(order, before).toSeconds(), secondsBefore)));
    }

    private Duration timeGiven(Order order, List<Refund> before) {
        var left = memberships.length(order.userId(), order.orderId());
        return before.stream().map(refund -> refund.takenBack().time()).reduce(left, Duration::plus);
    }

    private static LedgerEntry entry(String cause, long credits, String description) {
        return new LedgerEntry(Cause.REFUND, cause, TYPE, credits, description);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private record Due(long credits, Duration time) {}

    /// The part of an order's amount that will have gone back with this refund.
    private record Share(long returned, long whole) {
        static Share of(Refundable refundable, Money amount) {
            var whole = refundable.order().amount();
            var returned = whole.minus(refundable.rest()).plus(amount);
            return new Share(returned.fen(), whole.fen());
        }

        /// What is due of a quantity when `before` was due for earlier refunds. A refund that was refused in between
        /// may leave their roundings a unit ahead.
        long of(long quantity, long before) {
            return Math.max(0, Math.multiplyExact(quantity, returned) / whole - before);
        }
    }
}
