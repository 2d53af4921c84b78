package studio.mofang.server.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
    private final InstantSource clock;
    private final OrderRepository orders = new OrderRepository();
    private final RefundRepository refunds = new RefundRepository();

    RefundSettlement(Database database, Returns returns, InstantSource clock) {
        this.database = database;
        this.returns = returns;
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
        if (!order.paid()) {
            throw new Problem(Fault.CONFLICT, "订单尚未支付,没有可退的款项");
        }
        var all = refunds.ofOrder(tx, order);
        var standing = all.stream().filter(refund -> !refund.refused()).toList();
        var amount = amount(wish, order, standing);
        long change = ChangeSequence.next(tx, order.userId());
        var refundNo = order.orderId() + "F" + (all.size() + 1);
        var taken = returns.takeBack(order, standing, amount, refundNo);
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
        if (order.byBalance()) {
            returns.payBack(order, standing, amount, refundNo);
            done(refund);
        }
        return refunds.find(tx, refundNo).orElseThrow();
    }

    private static Money amount(Wish wish, Order order, List<Refund> standing) {
        var rest = standing.stream().map(Refund::amount).reduce(order.amount(), Money::minus);
        if (rest.equals(Money.ZERO)) {
            throw new Problem(Fault.CONFLICT, "订单的款项已经全部退回或正在退回");
        }
        var amount = wish.amount() == null ? rest : wish.amount();
        if (amount.compareTo(Money.ZERO) <= 0 || amount.compareTo(rest) > 0) {
            throw Problem.invalid("amount", "应大于 0,且不超过还可退的 " + rest + " 元");
        }
        return amount;
    }

    /// A minute for whoever began it to send it.
    private static Instant firstAsk(Instant now) {
        return now.plus(RefundWatch.FIRST);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
