package studio.mofang.server.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.core.Payments;
import studio.mofang.server.coupon.Redemption;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// Places orders and shows them. An order is committed before its gateway is called (rule P1); a repeated request, also
/// after a crash, finds the order it made and goes on with it.
final class OrderService {
    static final Duration LIFE = Duration.ofMinutes(30);
    private static final int RANDOM_NUMBERS = 1_000_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final Database database;
    private final Gateways gateways;
    private final BalancePayment balance;
    private final Offers offers;
    private final OrderWatch watch;
    private final OrderWire wire;
    private final InstantSource clock;
    private final OrderRepository orders = new OrderRepository();
    private final SecureRandom random = new SecureRandom();

    OrderService(
            Database database,
            Gateways gateways,
            BalancePayment balance,
            Offers offers,
            OrderWatch watch,
            OrderWire wire,
            InstantSource clock) {
        this.database = database;
        this.gateways = gateways;
        this.balance = balance;
        this.offers = offers;
        this.watch = watch;
        this.wire = wire;
        this.clock = clock;
    }

    Payments.Order place(Purchase wanted) {
        database.assertNoTransaction();
        var order = begun(wanted).orElseGet(() -> begin(wanted));
        return wire.shown(order.open() && order.paymentUrl() == null ? payable(order) : order);
    }

    /// Asks the gateway first while the order is open.
    Payments.Order order(long userId, String orderId) {
        var order = mine(userId, orderId);
        if (order.open()) {
            watch.look(order);
            order = mine(userId, orderId);
        }
        return wire.shown(order);
    }

    /// The person does not want it: it can no longer be paid, and its coupon is free again. Throws Problem(CONFLICT)
    /// when the money came first, and PAYMENT_FAILED when the gateway does not say.
    Payments.Order cancel(long userId, String orderId) {
        var order = mine(userId, orderId);
        if (order.open()) {
            watch.cancel(order);
            order = mine(userId, orderId);
        }
        if (order.open()) {
            throw new Problem(Fault.PAYMENT_FAILED, "支付渠道暂时无法取消订单，请稍后重试；未付款的订单会自动关闭").because("order_stays");
        }
        if (order.paid()) {
            throw new Problem(Fault.CONFLICT, "订单已支付，不能取消").because("order_paid");
        }
        return wire.shown(order);
    }

    Page<Payments.Order> orders(long userId, String kind, Paging paging) {
        return database.read(sql ->
                paging.page(orders.count(sql, userId, kind), orders.newest(sql, userId, kind, paging), wire::shown));
    }

    private Order mine(long userId, String orderId) {
        return database.read(sql -> orders.find(sql, userId, orderId))
                .orElseThrow(() -> new Problem(Fault.ORDER_NOT_FOUND));
    }

    private Optional<Order> begun(Purchase wanted) {
        var before = wanted.key()
                .flatMap(key -> database.read(sql ->
                        orders.madeBy(sql, wanted.userId(), wanted.goods().kind(), key.requestId())));
        before.ifPresent(order -> refuseOther(wanted, order));
        return before;
    }

    private static void refuseOther(Purchase wanted, Order order) {
        if (!wanted.key().map(RequestKey::bodyHash).equals(Optional.ofNullable(order.requestHash()))) {
            throw new Problem(Fault.CONFLICT, "这个 Idempotency-Key 已用于另一个请求");
        }
    }

    private Order begin(Purchase wanted) {
        try {
            return wanted.byBalance() ? paidByBalance(wanted) : pending(wanted);
        } catch (DataAccessException e) {
            if (Database.duplicate(e)) {
                return begun(wanted).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private Order pending(Purchase wanted) {
        var gateway = gateways.forMethod(wanted.paymentMethod()).name();
        return database.writeDurably(tx -> inserted(tx, wanted, gateway, Order.PENDING, null));
    }

    private Order paidByBalance(Purchase wanted) {
        return database.writeDurably(tx -> {
            var order = inserted(tx, wanted, Purchase.BALANCE, Order.PAID, clock.instant());
            balance.pay(order);
            return order;
        });
    }

    private Order inserted(DSLContext tx, Purchase wanted, String gateway, String status, @Nullable Instant paidAt) {
        long change = ChangeSequence.next(tx, wanted.userId());
        // Only here can nobody else be making the order of the same key.
        return begun(wanted).orElseGet(() -> {
            var offer = offers.offered(wanted);
            var order = order(tx, wanted, offer, gateway, status, paidAt);
            orders.insert(tx, order, wanted.key().map(RequestKey::requestId).orElse(null), change);
            offers.reserve(order, offer);
            return order;
        });
    }

    private Order order(
            DSLContext tx,
            Purchase wanted,
            Offers.Offer offer,
            String gateway,
            String status,
            @Nullable Instant paidAt) {
        var now = clock.instant();
        return new Order(
                wanted.userId(),
                number(tx, wanted.goods(), now),
                UuidCreator.getTimeOrderedEpoch(),
                wanted.goods(),
                offer.price(),
                wanted.paymentMethod(),
                gateway,
                offer.coupon().map(Redemption.Chosen::code).orElse(null),
                status,
                null,
                wanted.key().map(RequestKey::bodyHash).orElse(null),
                now,
                now.plus(LIFE),
                paidAt,
                null,
                Order.Returned.NOTHING,
                0,
                OrderWatch.firstAsk(now));
    }

    /// Letter, day in Beijing, a number of the database that no day repeats, six random digits: a gateway must never
    /// take an order for another of the same merchant, made by another store or by this one before it was restored.
    private String number(DSLContext tx, Goods goods, Instant now) {
        var chance = "%06d".formatted(random.nextInt(RANDOM_NUMBERS));
        return goods.letter() + DAY.format(BeijingTime.date(now)) + orders.nextNumber(tx) + chance;
    }

    private Order payable(Order order) {
        var url = created(order);
        return database.writeDurably(tx -> {
            var known = orders.lock(tx, order.orderId()).orElseThrow();
            if (known.paymentUrl() == null) {
                orders.payable(tx, known, url, ChangeSequence.next(tx, known.userId()));
            }
            return orders.lock(tx, order.orderId()).orElseThrow();
        });
    }

    private String created(Order order) {
        database.assertNoTransaction();
        try {
            return gateways.of(order).create(order);
        } catch (GatewayException e) {
            throw new Problem(Fault.PAYMENT_FAILED, Gateways.methodName(order.paymentMethod()) + "暂时无法下单，没有扣款，请稍后重试", e)
                    .because("order_not_placed");
        }
    }
}
