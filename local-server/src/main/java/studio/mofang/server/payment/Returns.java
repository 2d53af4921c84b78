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

    /// `before` are the order's refunds that were not refused; after the last fen the shares add up to the whole.
    TakenBack takeBack(Order order, List<Refund> before, Money amount, String refundNo) {
        var share = Share.of(order.amount(), before, amount);
        long creditsDue = share.of(credits.given(order.userId(), order.orderId()));
        long taken = creditsDue == 0
                ? 0
                : credits.takeBack(order.userId(), entry(refundNo, creditsDue, "退款收回:" + order.description()));
        var timeDue = Duration.ofSeconds(share.of(timeGiven(order, before).toSeconds()));
        var time = memberships.takeBack(order.userId(), order.orderId(), timeDue);
        return new TakenBack(creditsDue, taken, timeDue, time.compareTo(timeDue) > 0 ? timeDue : time);
    }

    /// Gives back what was taken, after the gateway has refused the refund.
    void undo(Order order, Refund refund) {
        var taken = refund.takenBack();
        if (taken.credits() > 0) {
            credits.add(
                    order.userId(),
                    entry(refund.refundNo() + UNDONE, taken.credits(), "退款未成,退还:" + order.description()));
        }
        memberships.giveBack(order.userId(), order.orderId(), taken.time());
    }

    /// Credits had paid the order: its price goes back into the balance.
    void payBack(Order order, List<Refund> before, Money amount, String refundNo) {
        long price = Math.ceilDiv(order.amount().fen(), Goods.FEN_PER_CREDIT);
        long back = Share.of(order.amount(), before, amount).of(price);
        if (back > 0) {
            credits.add(order.userId(), entry(refundNo + PRICE, back, "退款:" + order.description()));
        }
    }

    private Duration timeGiven(Order order, List<Refund> before) {
        var left = memberships.length(order.userId(), order.orderId());
        return before.stream().map(refund -> refund.takenBack().time()).reduce(left, Duration::plus);
    }

    private static LedgerEntry entry(String cause, long credits, String description) {
        return new LedgerEntry(Cause.REFUND, cause, TYPE, credits, description);
    }

    /// The part of an order's amount between what went back before and what will have gone back now.
    private record Share(long from, long to, long whole) {
        static Share of(Money whole, List<Refund> before, Money amount) {
            long from =
                    before.stream().mapToLong(refund -> refund.amount().fen()).sum();
            return new Share(from, from + amount.fen(), whole.fen());
        }

        long of(long quantity) {
            return upTo(to, quantity) - upTo(from, quantity);
        }

        private long upTo(long fen, long quantity) {
            return Math.multiplyExact(quantity, fen) / whole;
        }
    }
}
