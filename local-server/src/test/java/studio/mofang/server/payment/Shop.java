package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.ACTIVITY;
import static studio.mofang.server.db.gen.Tables.COUPON;
import static studio.mofang.server.db.gen.Tables.CREDIT_ENTRY;
import static studio.mofang.server.db.gen.Tables.PURCHASE_ORDER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Callback;
import studio.mofang.server.activity.Promotions;
import studio.mofang.server.coupon.Redemption;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.payment.RefundSettlement.Wish;
import studio.mofang.server.referral.ReferralService;
import studio.mofang.server.testkit.TestCallback;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// The payment services on a test's store, with a provider that the test commands.
final class Shop {
    private static final AtomicInteger COUPONS = new AtomicInteger();

    final TestStore store;
    final FakeGateway provider;
    final OrderWatch watch;
    final OrderService orders;
    final RefundSettlement refunds;
    final RefundWatch refundWatch;
    final ReferralService referrals;
    private final RefundService desk;
    private final CallbackSignature signature;
    private final Callbacks callbacks;
    private final OrderRepository rows = new OrderRepository();

    Shop(TestStore store) {
        this(store, new FakeGateway());
    }

    /// With another gateway than the one that the test commands.
    Shop(TestStore store, PaymentGateway gateway) {
        this.store = store;
        provider = gateway instanceof FakeGateway fake ? fake : new FakeGateway();
        var database = store.database();
        var clock = store.clock();
        var gateways = new Gateways(Map.of("alipay", gateway), List.of(gateway));
        var promotions = new Promotions(database, store.credits(), clock);
        referrals = new ReferralService(database, store.credits(), promotions, clock);
        var coupons = new Redemption(database, clock);
        var offers = new Offers(coupons, promotions, referrals, store.credits());
        var settlement = new Settlement(database, store.credits(), store.memberships(), offers, clock);
        watch = new OrderWatch(database, gateways, settlement, clock);
        signature = new CallbackSignature("secret".getBytes(StandardCharsets.UTF_8), clock);
        callbacks = new Callbacks(signature, settlement);
        var balance = new BalancePayment(store.credits(), settlement);
        var wire = new OrderWire(gateways, () -> "http://localhost");
        orders = new OrderService(database, gateways, balance, offers, watch, wire, clock);
        refunds = new RefundSettlement(database, new Returns(store.credits(), store.memberships()), offers, clock);
        refundWatch = new RefundWatch(database, gateways, refunds, clock);
        desk = new RefundService(database, gateways, refunds, refundWatch);
    }

    CreditService credits() {
        return store.credits();
    }

    Order recharge(long user, long yuan, Optional<RequestKey> key) {
        return recharge(user, yuan, Optional.empty(), key);
    }

    Order rechargeWith(long user, long yuan, String coupon) {
        return recharge(user, yuan, Optional.of(coupon), Optional.empty());
    }

    private Order recharge(long user, long yuan, Optional<String> coupon, Optional<RequestKey> key) {
        var price = Money.yuan(yuan);
        var placed = orders.place(new Purchase(user, Goods.Recharge.of(price), price, "alipay", coupon, key));
        return stored(placed.orderId());
    }

    /// Sends money back, without `amount` all that is left; with the reason `FakeGateway.REFUSED`, the provider will
    /// not. Throws Problem where there is nothing to send or it was refused.
    void refund(Order order, @Nullable Money amount, String reason) {
        var wish = new Wish(order.orderId(), amount, reason, order.userId(), Optional.empty());
        assertThat(desk.refund(wish).status()).isEqualTo(Refund.DONE);
    }

    /// Written down and not sent yet.
    Refund begun(Order order, long yuan) {
        return refunds.begin(new Wish(order.orderId(), Money.yuan(yuan), "客户要求", order.userId(), Optional.empty()));
    }

    /// From now on a first recharge brings this many credits more.
    void addsToFirstRecharges(long credits) {
        var now = store.clock().instant();
        store.database()
                .write(tx -> tx.insertInto(ACTIVITY)
                        .set(ACTIVITY.NAME, "首充加赠")
                        .set(ACTIVITY.TYPE, "first_purchase")
                        .set(ACTIVITY.DESCRIPTION, "")
                        .set(ACTIVITY.CREDITS, credits)
                        .set(ACTIVITY.AT_REGISTRATION, false)
                        .set(ACTIVITY.STARTS_AT, now.minusSeconds(60))
                        .set(ACTIVITY.ENDS_AT, now.plus(Duration.ofDays(400)))
                        .set(ACTIVITY.CREATED_BY, store.newUser())
                        .set(ACTIVITY.CREATED_AT, now)
                        .execute());
    }

    /// Ten per cent off, that many times.
    String newCoupon(long uses) {
        var code = "C" + COUPONS.incrementAndGet();
        var now = store.clock().instant();
        return store.database()
                .write(tx -> tx.insertInto(COUPON)
                        .set(COUPON.CODE, code)
                        .set(COUPON.NAME, "九折券")
                        .set(COUPON.TYPE, "discount")
                        .set(COUPON.WORTH, 1000L)
                        .set(COUPON.MIN_AMOUNT, 0L)
                        .set(COUPON.MAX_USAGE, uses)
                        .set(COUPON.TAKEN, 0L)
                        .set(COUPON.LISTED, true)
                        .set(COUPON.VALID_FROM, now.minusSeconds(60))
                        .set(COUPON.VALID_UNTIL, now.plus(Duration.ofDays(400)))
                        .set(COUPON.CREATED_BY, store.newUser())
                        .set(COUPON.CREATED_AT, now)
                        .returningResult(COUPON.CODE)
                        .fetchSingle()
                        .value1());
    }

    /// How many uses the coupon's counter says are gone.
    long taken(String code) {
        return store.database()
                .read(sql -> sql.select(COUPON.TAKEN)
                        .from(COUPON)
                        .where(COUPON.CODE.eq(code))
                        .fetchSingle()
                        .value1());
    }

    /// How many orders have used the coupon, or may still do so.
    long discounted(String code) {
        return store.database()
                .read(sql -> sql.fetchCount(
                        PURCHASE_ORDER,
                        PURCHASE_ORDER.COUPON_CODE.eq(code).and(PURCHASE_ORDER.STATUS.ne(Order.CLOSED))));
    }

    void cancel(Order order) {
        watch.cancel(order);
    }

    Order stored(String orderId) {
        return store.database().read(sql -> rows.find(sql, orderId)).orElseThrow();
    }

    /// False when the provider is told that its message is refused.
    boolean callback(Order order, String transaction, String status) {
        var body = TestCallback.written(new Callback(order.orderId(), "alipay", transaction, status, null))
                .getBytes(StandardCharsets.UTF_8);
        try {
            callbacks.receive(Optional.of(signature.sign(body)), body);
            return true;
        } catch (Problem _) {
            return false;
        }
    }

    /// The orders for which the ledger has an entry that put credits in.
    List<String> credited(long user) {
        return store.database()
                .read(sql -> sql.select(CREDIT_ENTRY.REFERENCE)
                        .from(CREDIT_ENTRY)
                        .where(CREDIT_ENTRY.USER_ID.eq(user))
                        .and(CREDIT_ENTRY.TYPE.eq(Goods.RECHARGE))
                        .fetch(CREDIT_ENTRY.REFERENCE));
    }
}
