package studio.mofang.server.payment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.db.Database;
import studio.mofang.server.payment.PaymentMessage.Source;

/// Asks the gateways what became of open orders, so that a callback that never came is made up for, and closes those
/// whose time is over once their gateway has confirmed that nobody paid. What a gateway does not tell is not guessed:
/// the order stays open and is asked about again (rules P6 and P7).
final class OrderWatch {
    private static final Logger log = LoggerFactory.getLogger(OrderWatch.class);
    private static final int AT_ONCE = 200;
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofMinutes(5);
    private static final Duration LATER = Duration.ofHours(6);
    private static final Duration DAILY = Duration.ofDays(1);

    private final Database database;
    private final Gateways gateways;
    private final Settlement settlement;
    private final InstantSource clock;
    private final OrderRepository orders = new OrderRepository();
    private final Looks looks;

    OrderWatch(Database database, Gateways gateways, Settlement settlement, InstantSource clock) {
        this.database = database;
        this.gateways = gateways;
        this.settlement = settlement;
        this.clock = clock;
        looks = new Looks(clock);
    }

    /// When a new order is first asked about.
    static Instant firstAsk(Instant created) {
        return created.plus(FIRST);
    }

    /// Somebody looks at the order.
    void look(Order order) {
        if (order.open() && looks.due(order.orderId())) {
            ask(order);
        }
    }

    void sweep() {
        var now = clock.instant();
        for (var order : database.read(sql -> orders.toAskAbout(sql, now, AT_ONCE))) {
            if (database.write(tx -> orders.claim(tx, order, nextAsk(order, now)))) {
                ask(order);
            }
        }
    }

    /// Brings an open order up to what its gateway knows. A gateway that cannot be asked leaves it as it is.
    void ask(Order order) {
        database.assertNoTransaction();
        try {
            apply(gateways.of(order), order);
        } catch (GatewayException e) {
            log.warn("Order {} stays open: {}", order.orderId(), e.getMessage(), e);
        }
    }

    /// Closes an open order before its time, unless it was paid. A gateway that cannot be asked leaves it as it is.
    void cancel(Order order) {
        database.assertNoTransaction();
        try {
            if (gateways.of(order).close(order)) {
                settlement.close(order);
            } else {
                ask(order);
            }
        } catch (GatewayException e) {
            log.warn("Order {} is not cancelled: {}", order.orderId(), e.getMessage(), e);
        }
    }

    private void apply(PaymentGateway gateway, Order order) throws GatewayException {
        switch (gateway.query(order)) {
            case PaymentGateway.State.Paid paid -> settlement.settle(message(order, paid));
            case PaymentGateway.State.Closed _ -> settlement.close(order);
            case PaymentGateway.State.Waiting _ -> {
                if (order.expired(clock.instant())) {
                    close(gateway, order);
                }
            }
        }
    }

    /// What cannot be closed was paid since it was asked about.
    private void close(PaymentGateway gateway, Order order) throws GatewayException {
        if (gateway.close(order)) {
            settlement.close(order);
        } else if (gateway.query(order) instanceof PaymentGateway.State.Paid paid) {
            settlement.settle(message(order, paid));
        }
    }

    private static PaymentMessage message(Order order, PaymentGateway.State.Paid paid) {
        var raw = paid.toString().getBytes(StandardCharsets.UTF_8);
        return new PaymentMessage(
                Source.QUERY, order.paymentMethod(), order.orderId(), paid.transactionId(), true, paid.amount(), raw);
    }

    /// A code that was scanned in the last moment, or that its gateway did not know when the order was closed, can
    /// bring
    /// money still: asked about once its time is over, and a day later.
    static Instant firstAskWhenClosed(Order order, Instant now) {
        return (order.expired(now) ? now : order.expiresAt()).plus(FIRST);
    }

    /// One and five minutes after its creation, when its time is over, six hours later, then daily.
    private static Instant nextAsk(Order order, Instant now) {
        if (order.closed()) {
            return now.isBefore(order.expiresAt().plus(DAILY)) ? now.plus(DAILY) : NEVER;
        }
        return switch (order.asked()) {
            case 0 -> order.createdAt().plus(SECOND);
            case 1 -> order.expiresAt();
            case 2 -> now.plus(LATER);
            default -> now.plus(DAILY);
        };
    }
}
