package studio.mofang.server.payment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
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
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    /// A sweep is due as often.
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
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
            case PaymentGateway.State.Closed _ -> closed(order);
            case PaymentGateway.State.Waiting _ -> {
                if (order.closed() || order.expired(clock.instant())) {
                    close(gateway, order);
                }
            }
        }
    }

    /// Once closed here and there, it is over.
    private void closed(Order order) {
        if (order.open()) {
            settlement.close(order);
        } else {
            database.write(tx -> {
                orders.askNoMore(tx, order);
                return order;
            });
        }
    }

    /// What cannot be closed was paid since it was asked about. One that is closed here was not known there before
    /// somebody scanned its code.
    private void close(PaymentGateway gateway, Order order) throws GatewayException {
        if (!gateway.close(order)) {
            if (gateway.query(order) instanceof PaymentGateway.State.Paid paid) {
                settlement.settle(message(order, paid));
            }
        } else if (order.open()) {
            settlement.close(order);
        }
    }

    private static PaymentMessage message(Order order, PaymentGateway.State.Paid paid) {
        var raw = paid.toString().getBytes(StandardCharsets.UTF_8);
        return new PaymentMessage(
                Source.QUERY, order.paymentMethod(), order.orderId(), paid.transactionId(), true, paid.amount(), raw);
    }

    /// A code that was scanned in the last moment, or that its gateway did not know when the order was closed, can
    /// bring money still.
    static Instant firstAskWhenClosed(Instant closed) {
        return closed.plus(SOON);
    }

    /// One and five minutes after its creation, when its time is over, six hours later, then daily.
    private static Instant nextAsk(Order order, Instant now) {
        if (order.closed()) {
            return nextAskWhenClosed(order, now);
        }
        return switch (order.asked()) {
            case 0 -> order.createdAt().plus(SECOND);
            case 1 -> order.expiresAt();
            case 2 -> now.plus(LATER);
            default -> now.plus(DAILY);
        };
    }

    /// After as long again as it has been closed, every five minutes at least, until an hour after its time; a day
    /// later for the last time.
    private static Instant nextAskWhenClosed(Order order, Instant now) {
        if (now.isBefore(order.expiresAt().plus(HOUR))) {
            var closed = Objects.requireNonNullElse(order.closedAt(), order.expiresAt());
            long seconds = Duration.between(closed, now).toSeconds();
            return now.plusSeconds(Math.clamp(seconds, SOON.toSeconds(), SECOND.toSeconds()));
        }
        return now.isBefore(order.expiresAt().plus(DAILY)) ? now.plus(DAILY) : NEVER;
    }
}
