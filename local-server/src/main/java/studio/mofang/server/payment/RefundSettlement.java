package studio.mofang.server.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// Moves refunds forward, each step in one transaction under the order's lock: written and taken back; done; refused
/// and given back (rule P9).
final class RefundSettlement {
    private static final Logger log = LoggerFactory.getLogger(RefundSettlement.class);

    private final Database database;
    private final Returns returns;
    private final Offers offers;
    private final InstantSource clock;
    private final OrderRepository orders = new OrderRepository();
    private final RefundRepository refunds = new RefundRepository();

    RefundSettlement(Database database, Returns returns, Offers offers, InstantSource clock) {
        this.database = database;
        this.returns = returns;
        this.offers = offers;
        this.clock = clock;
    }

    /// Who sends how much back and why; without `amount`, all that is left.
    record Wish(String orderId, @Nullable Money amount, String reason, long requestedBy, Optional<RequestKey> key) {}

    /// Writes the refund down before it is sent, or finds the one that the same request wrote. What credits had paid is
    /// done at once. Throws Problem: ORDER_NOT_FOUND, CONFLICT, BAD_REQUEST.
    Refund begin(Wish wish) {
        return database.writeDurably(tx -> {
            var order = orders.lock(tx, wish.orderId()).orElseThrow(() -> new Problem(Fault.ORDER_NOT_FOUND));
            return begun(tx, wish, order).orElseGet(() -> written(tx, wish, order));
        });
    }

    /// The money has gone back.
    void done(Refund refund) {
        database.writeDurably(tx -> {
            var order = orders.lock(tx, refund.orderId()).orElseThrow();
            long change = ChangeSequence.next(tx, refund.userId());
            if (refunds.settle(tx, refund, Refund.DONE, null, clock.instant(), change)) {
                orders.refunded(tx, order, refund.amount(), change);
                log.info("Refund {} of {} yuan is done", refund.refundNo(), refund.amount());
            }
            return change;
        });
    }

    /// The gateway will not send it.
    void refused(Refund refund, String why) {
        database.writeDurably(tx -> {
            var order = orders.lock(tx, refund.orderId()).orElseThrow();
            long change = ChangeSequence.next(tx, refund.userId());
            if (refunds.settle(tx, refund, Refund.REFUSED, shortened(why), clock.instant(), change)) {
                returns.undo(order, refund);
                orders.owed(tx, order, refund.takenBack(), -1, change);
                rewardAgain(order);
                log.warn("Refund {} is refused: {}", refund.refundNo(), why);
            }
            return change;
        });
    }

    private Optional<Refund> begun(DSLContext tx, Wish wish, Order order) {
        var before = wish.key().flatMap(key -> refunds.madeBy(tx, order, key.requestId()));
        before.ifPresent(refund -> {
            if (!wish.key().map(RequestKey::bodyHash).equals(Optional.ofNullable(refund.requestHash()))) {
                throw new Problem(Fault.CONFLICT, "这个 Idempotency-Key 已用于另一个请求");
            }
        });
        return before;
    }

    private Refund written(DSLContext tx, Wish wish, Order order) {
        var all = refunds.ofOrder(tx, order);
        var refundable = Refundable.of(order, all);
        var amount = refundable.amount(wish.amount());
        long change = ChangeSequence.next(tx, order.userId());
        var refundNo = order.orderId() + "F" + (all.size() + 1);
        var taken = returns.takeBack(refundable, amount, refundNo);
        var now = clock.instant();
        var refund = new Refund(
                order.userId(),
                refundNo,
                UuidCreator.getTimeOrderedEpoch(),
                order.orderId(),
                amount,
                wish.reason(),
                wish.requestedBy(),
                wish.key().map(RequestKey::bodyHash).orElse(null),
                Refund.PENDING,
                null,
                taken,
                now,
                null,
                0,
                firstAsk(now));
        refunds.insert(tx, refund, wish.key().map(RequestKey::requestId).orElse(null), change);
        orders.owed(tx, order, taken, 1, change);
        if (amount.equals(refundable.rest())) {
            withdrawReward(tx, order);
        }
        if (order.byBalance()) {
            returns.payBack(refundable, amount, refundNo);
            done(refund);
        }
        return refunds.find(tx, refundNo).orElseThrow();
    }

    /// With the last fen on its way back, the reward goes that the order's payment brought. Another payment of the
    /// same user that stands brings it anew.
    private void withdrawReward(DSLContext tx, Order order) {
        if (offers.withdrawReferral(order).isPresent()) {
            orders.standing(tx, order.userId()).stream().findFirst().ifPresent(offers::rewardReferral);
        }
    }

    /// Some of the order's money stays after all.
    private void rewardAgain(Order order) {
        if (!order.byBalance()) {
            offers.rewardReferral(order);
        }
    }

    /// A minute for whoever began it to send it.
    private static Instant firstAsk(Instant now) {
        return now.plus(RefundWatch.FIRST);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
