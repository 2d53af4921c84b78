package studio.mofang.server.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CouponApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Coupons.Coupon;
import studio.mofang.core.Coupons.Draft;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class CouponJourneyTest {
    private static final AtomicInteger CODES = new AtomicInteger();

    private final TestServer server;
    private final CouponApi admin;
    private final TestUser user;
    private final CouponApi coupons;
    private final PaymentApi payments;
    private final CreditApi credits;

    CouponJourneyTest(Engine engine) throws ApiException {
        server = TestServer.shared(engine);
        admin = new CouponApi(server.admin().client());
        user = server.newUser();
        coupons = new CouponApi(user.client());
        payments = new PaymentApi(user.client());
        credits = new CreditApi(user.client());
    }

    @Test
    void aDiscountLowersWhatIsPaidAndNotWhatIsBought() throws Exception {
        var coupon = created("discount", "10", "0", null);

        var order = payments.recharge(recharge(10, coupon.code().toLowerCase(java.util.Locale.ROOT)));

        assertThat(order.amount()).isEqualTo(Money.yuan(9));
        assertThat(order.originalAmount()).isEqualTo(Money.yuan(10));
        assertThat(order.credits()).isEqualTo(100);
        assertThat(order.couponCode()).isEqualTo(coupon.code());
        assertThat(mine(coupon)).extracting(Mine::status, Mine::orderId).containsExactly("reserved", order.orderId());

        Purse.pay(server, order);

        assertThat(credits.balance().creditBalance()).isEqualTo(100);
        assertThat(mine(coupon)).extracting(Mine::status, Mine::orderId).containsExactly("used", order.orderId());
        assertThat(coupons.mine("used", 1, 20).total()).isEqualTo(1);
    }

    @Test
    void aDeductionTakesYuanOffAMembershipAndLeavesAFenToPay() throws Exception {
        var five = created("deduction", "5", "0", null);
        var fifty = created("deduction", "50", "0", null);

        var order = payments.buyMembership(new MembershipPurchase("monthly", "wechat", five.code()));
        var least = payments.buyMembership(new MembershipPurchase("monthly", "wechat", fifty.code()));

        assertThat(order.amount()).isEqualTo(new Money(490));
        assertThat(order.originalAmount()).isEqualTo(new Money(990));
        assertThat(least.amount()).isEqualTo(new Money(1));
        Purse.pay(server, order);
        assertThat(credits.balance().isMember()).isTrue();
    }

    @Test
    void aBonusAddsCreditsOnceTheOrderIsPaid() throws Exception {
        var coupon = created("credit_bonus", "30", "10", null);

        var order = payments.recharge(recharge(10, coupon.code()));
        assertThat(order.amount()).isEqualTo(Money.yuan(10));
        assertThat(order.bonusCredits()).isEqualTo(30);
        Purse.pay(server, order);

        assertThat(credits.balance().creditBalance()).isEqualTo(130);
        assertThat(credits.transactions(1, 20).items())
                .extracting(Transaction::type, Transaction::amount, Transaction::reference)
                .contains(org.assertj.core.groups.Tuple.tuple("bonus", 30L, order.orderId()));
        assertRefused(
                "不能用于余额支付",
                () -> payments.buyMembership(new MembershipPurchase(
                        "monthly",
                        "balance",
                        created("credit_bonus", "30", "0", null).code())));
    }

    @Test
    void theBalancePaysTheLoweredPrice() throws Exception {
        Purse.recharge(server, user, 10);
        var coupon = created("discount", "12.5", "0", null);

        var order = payments.buyMembership(new MembershipPurchase("monthly", "balance", coupon.code()));

        assertThat(order.amount()).isEqualTo(new Money(866));
        assertThat(order.status()).isEqualTo("paid");
        assertThat(credits.balance().creditBalance()).isEqualTo(100 - 87);
        assertThat(mine(coupon).status()).isEqualTo("used");
    }

    @Test
    void aClaimedCouponIsReservedReleasedAndUsedOnce() throws Exception {
        var coupon = created("discount", "20", "0", 5L);
        assertThat(coupons.claim(coupon.id()).status()).isEqualTo("unused");
        assertThat(coupons.mine("unused", 1, 20).items()).extracting(Mine::code).containsExactly(coupon.code());
        assertRefused("每人限一张", () -> coupons.claim(coupon.id()));

        var first = payments.recharge(recharge(10, coupon.code()));
        assertRefused(first.orderId(), () -> payments.recharge(recharge(10, coupon.code())));
        assertThat(payments.cancel(first.orderId()).status()).isEqualTo("closed");
        assertThat(mine(coupon).status()).isEqualTo("unused");

        var second = payments.recharge(recharge(10, coupon.code()));
        Purse.pay(server, second);
        assertRefused("每人限用一次", () -> payments.recharge(recharge(10, coupon.code())));
        assertThat(listed(coupon).usage()).isEqualTo(1);
    }

    @Test
    void closingAndReopeningOrdersFreesTheUseAndNeverMore() throws Exception {
        var coupon = created("discount", "50", "0", 1L);
        var other = new PaymentApi(server.newUser().client());

        for (int i = 0; i < 3; i++) {
            var order = payments.recharge(recharge(10, coupon.code()));
            assertRefused("已被领完", () -> other.recharge(recharge(10, coupon.code())));
            payments.cancel(order.orderId());
            assertThat(listed(coupon).usage()).isZero();
            assertThat(coupons.mine("", 1, 20).total()).isZero();
        }

        Purse.pay(server, payments.recharge(recharge(10, coupon.code())));
        assertRefused("已被领完", () -> other.recharge(recharge(10, coupon.code())));
        assertThat(listed(coupon).usage()).isEqualTo(1);
        assertThat(listed(coupon).status()).isEqualTo("used_up");
    }

    @Test
    void anOrderThatIsPaidLateTakesItsCouponBackWhileThatIsFree() throws Exception {
        var coupon = created("credit_bonus", "30", "0", 1L);
        var order = payments.recharge(recharge(10, coupon.code()));
        payments.cancel(order.orderId());

        Purse.pay(server, order);

        assertThat(payments.order(order.orderId()).status()).isEqualTo("paid_late");
        assertThat(credits.balance().creditBalance()).isEqualTo(130);
        assertThat(mine(coupon).status()).isEqualTo("used");
        assertThat(listed(coupon).usage()).isEqualTo(1);
    }

    @Test
    void anOrderThatIsPaidLateAfterItsCouponWentElsewhereBuysWhatTheMoneyBuys() throws Exception {
        var half = created("discount", "50", "0", null);
        var late = payments.buyMembership(new MembershipPurchase("monthly", "alipay", half.code()));
        payments.cancel(late.orderId());
        Purse.pay(server, payments.recharge(recharge(10, half.code())));

        Purse.pay(server, late);

        assertThat(payments.order(late.orderId()).status()).isEqualTo("paid_late");
        assertThat(credits.balance().isMember()).isFalse();
        assertThat(credits.balance().creditBalance()).isEqualTo(100 + 49);
    }

    @Test
    void theSameKeyFindsTheOrderThoughItsCouponIsReserved() throws Exception {
        var coupon = created("discount", "10", "0", null);
        var type = new com.fasterxml.jackson.core.type.TypeReference<Order>() {};

        var answers = studio.mofang.server.testkit.Crowd.of(
                8,
                () -> user.client().post("credit/recharge", recharge(10, coupon.code()), "key-" + coupon.id(), type));

        assertThat(answers)
                .extracting(Order::orderId)
                .containsOnly(answers.getFirst().orderId());
        assertThat(payments.rechargeOrders(1, 20).total()).isEqualTo(1);
    }

    @Test
    void whatIsWrongWithACouponIsSaid() throws Exception {
        var dear = created("discount", "10", "100", null);
        assertRefused("需订单满 100.00 元", () -> payments.recharge(recharge(99, dear.code())));
        var ended = created("discount", "10", "0", null);
        assertThat(admin.end(ended.id()).status()).isEqualTo("ended");
        assertRefused("已过期或已结束", () -> payments.recharge(recharge(99, ended.code())));
        assertRefused("已过期或已结束", () -> coupons.claim(ended.id()));
        var upcoming = admin.create(draft("discount", "10", now().plusSeconds(3600), now().plusSeconds(7200), true));
        assertThat(upcoming.status()).isEqualTo("upcoming");
        assertRefused("还不能使用", () -> coupons.claim(upcoming.id()));
        assertThat(payments.rechargeOrders(1, 20).total()).isZero();
    }

    @Test
    void secretCodesAreRefusedLikeUnknownOnesUntilTheyCanBeUsed() throws Exception {
        var upcoming = admin.create(draft("discount", "10", now().plusSeconds(3600), now().plusSeconds(7200), false));
        var past = admin.create(draft("discount", "10", now().minusSeconds(7200), now().minusSeconds(3600), false));
        var running = admin.create(draft("discount", "10", now().minusSeconds(7200), now().plusSeconds(3600), false));

        var unknown = refusal(() -> payments.recharge(recharge(10, "NO-SUCH-CODE")));

        assertThat(unknown.code()).isEqualTo(40003);
        assertThat(refusal(() -> payments.recharge(recharge(10, upcoming.code())))
                        .getMessage())
                .isEqualTo(unknown.getMessage());
        assertThat(refusal(() -> payments.recharge(recharge(10, past.code()))).getMessage())
                .isEqualTo(unknown.getMessage());
        assertThat(payments.recharge(recharge(10, running.code())).amount()).isEqualTo(Money.yuan(9));
        assertThat(refusal(() -> coupons.claim(past.id())).code()).isEqualTo(404);
        assertThat(coupons.coupons("", 1, 100).items()).extracting(Coupon::id).doesNotContain(running.id());
        assertThat(admin.coupons("", 1, 100).items()).extracting(Coupon::id).contains(running.id());
    }

    @Test
    void anUnusedCouponExpires() throws Exception {
        var coupon = admin.create(draft("discount", "10", now().minusSeconds(60), now().plusSeconds(3600), true));
        coupons.claim(coupon.id());

        admin.end(coupon.id());

        assertThat(coupons.mine("expired", 1, 20).items())
                .extracting(Mine::status)
                .containsExactly("expired");
        assertThat(coupons.mine("unused", 1, 20).total()).isZero();
    }

    @Test
    void whatOneUserHasAnotherDoesNotSee() throws Exception {
        var coupon = created("discount", "10", "0", null);
        coupons.claim(coupon.id());
        var order = payments.recharge(recharge(10, coupon.code()));
        var eve = server.newUser();

        assertThat(new CouponApi(eve.client()).mine("", 1, 20).total()).isZero();
        assertThat(refusal(() -> new PaymentApi(eve.client()).cancel(order.orderId()))
                        .code())
                .isEqualTo(40004);
        assertThat(payments.order(order.orderId()).status()).isEqualTo("pending");
        assertThat(new PaymentApi(eve.client())
                        .recharge(recharge(10, coupon.code()))
                        .amount())
                .isEqualTo(Money.yuan(9));
    }

    @Test
    void onlyAdminsMakeAndEndCoupons() throws Exception {
        var coupon = created("discount", "10", "0", null);

        assertThat(refusal(() -> coupons.create(draft("discount", "10", now(), now().plusSeconds(60), true)))
                        .code())
                .isEqualTo(403);
        assertThat(refusal(() -> coupons.end(coupon.id())).code()).isEqualTo(403);
        assertThat(listed(coupon).status()).isEqualTo("active");
    }

    @Test
    void aMalformedCouponIsRefusedFieldByField() {
        var bad = new Draft("x", "", "half", new BigDecimal("0.001"), new Money(-1), 0L, now(), now(), null);

        assertThat(refusal(() -> admin.create(bad)).errors())
                .extracting("field")
                .contains("code", "name", "type", "value", "min_amount", "max_usage", "valid_until");
        assertThat(refusal(() -> admin.create(draft("discount", "100.01", now(), now().plusSeconds(60), true)))
                        .errors())
                .extracting("field")
                .containsExactly("value");
        assertThat(refusal(() -> coupons.mine("lost", 1, 20)).code()).isEqualTo(400);
    }

    @Test
    void aCodeExistsOnce() throws Exception {
        var coupon = created("discount", "10", "0", null);
        var again = new Draft(
                coupon.code().toLowerCase(java.util.Locale.ROOT),
                "又一张",
                "discount",
                BigDecimal.TEN,
                null,
                null,
                now(),
                now().plusSeconds(60),
                null);

        assertThat(refusal(() -> admin.create(again)).code()).isEqualTo(409);
    }

    private Coupon created(String type, String value, String least, @Nullable Long uses) throws ApiException {
        return admin.create(new Draft(
                "CODE" + CODES.incrementAndGet(),
                "测试券",
                type,
                new BigDecimal(value),
                Money.of(new BigDecimal(least)),
                uses,
                now().minusSeconds(60),
                now().plus(Duration.ofDays(400)),
                null));
    }

    private static Draft draft(String type, String value, Instant from, Instant until, boolean listed) {
        var code = "CODE" + CODES.incrementAndGet();
        return new Draft(code, "测试券", type, new BigDecimal(value), null, null, from, until, listed);
    }

    private Mine mine(Coupon coupon) throws ApiException {
        return coupons.mine("", 1, 100).items().stream()
                .filter(one -> one.id() == coupon.id())
                .findFirst()
                .orElseThrow();
    }

    private Coupon listed(Coupon coupon) throws ApiException {
        return admin.coupons("", 1, 100).items().stream()
                .filter(one -> one.id() == coupon.id())
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return server.clock().instant();
    }

    private static Recharge recharge(long yuan, String code) {
        return new Recharge(Money.yuan(yuan), "alipay", code);
    }

    private static ApiException refusal(ThrowingCallable call) {
        return catchThrowableOfType(ApiException.class, call);
    }

    private static void assertRefused(String reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(40003);
            assertThat(e).hasMessageContaining(reason);
        });
    }
}
