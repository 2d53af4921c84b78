package studio.mofang.server.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.db.Database;
import studio.mofang.server.payment.PaymentGateway.Return;

/// Sends refunds and asks what became of them, until their gateway has decided. Before anything is sent again the
/// gateway is asked whether it knows it; and the number of the refund makes a repetition the same refund.
final class RefundWatch {
    static final Duration FIRST = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(RefundWatch.class);
    private static final int AT_ONCE = 200;
    private static final Duration SECOND = Duration.ofMinutes(5);
    private static final Duration THIRD = Duration.ofMinutes(30);
    private static final Duration LATER = Duration.ofHours(6);
    private static final Duration DAILY = Duration.ofDays(1);

    private final Database database;
    private final Gateways gateways;
    private final RefundSettlement settlement;
    private final InstantSource clock;
    private final Looks looks;
    private final OrderRepository orders = new OrderRepository();
    private final RefundRepository refunds = new RefundRepository();

    RefundWatch(Database database, Gateways gateways, RefundSettlement settlement, InstantSource clock) {
        this.database = database;
        this.gateways = gateways;
        this.settlement = settlement;
        this.clock = clock;
        looks = new Looks(clock);
    }

    void sweep() {
        var now = clock.instant();
        for (var refund : database.read(sql -> refunds.toAskAbout(sql, now, AT_ONCE))) {
            if (database.write(tx -> refunds.claim(tx, refund, nextAsk(refund, now)))) {
                again(refund);
            }
        }
    }

    /// For a refund that was written down just now. A gateway that does not answer leaves it pending.
    void send(Refund refund) {
        looks.due(refund.refundNo());
        advance(refund, PaymentGateway::refund);
    }

    /// For one that may have been sent before.
    void again(Refund refund) {
        advance(refund, (gateway, order, known) -> {
            var state = gateway.refundState(order, known);
            return state instanceof Return.Unknown ? gateway.refund(order, known) : state;
        });
    }

    /// Somebody looks at the refund.
    void look(Refund refund) {
        if (refund.pending() && looks.due(refund.refundNo())) {
            again(refund);
        }
    }

    private interface Step {
        Return take(PaymentGateway gateway, Order order, Refund refund) throws GatewayException;
    }

    private void advance(Refund refund, Step step) {
        database.assertNoTransaction();
        try {
            var order = database.read(sql -> orders.find(sql, refund.orderId())).orElseThrow();
            switch (step.take(gateways.of(order), order, refund)) {
                case Return.Done _ -> settlement.done(refund);
                case Return.Refused refused -> settlement.refused(refund, refused.why());
                case Return.Underway _, Return.Unknown _ -> log.info("Refund {} is under way", refund.refundNo());
            }
        } catch (GatewayException e) {
            log.warn("Refund {} stays pending: {}", refund.refundNo(), e.getMessage(), e);
        }
    }

    /// One, five and thirty minutes after it was begun, six hours later, then daily.
    private static Instant nextAsk(Refund refund, Instant now) {
        return switch (refund.asked()) {
            case 0 -> refund.createdAt().plus(SECOND);
            case 1 -> refund.createdAt().plus(THIRD);
            case 2 -> now.plus(LATER);
            default -> now.plus(DAILY);
        };
    }
}
