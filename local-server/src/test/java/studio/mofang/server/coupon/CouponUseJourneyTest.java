package studio.mofang.server.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static studio.mofang.server.coupon.Shopper.assertRefused;
import static studio.mofang.server.coupon.Shopper.draft;
import static studio.mofang.server.coupon.Shopper.recharge;
import static studio.mofang.server.coupon.Shopper.refusal;

import com.fasterxml.jackson.core.type.TypeReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CouponApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.OperationApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.PaymentEvent;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// The one use that a user has of a coupon: claimed, reserved by an order, given back, used up.
@ParameterizedClass
@EnumSource(Engine.class)
class CouponUseJourneyTest {
    private final Shopper shopper;
    private final TestServer server;
    private final CouponApi admin;
    private final TestUser user;
    private final CouponApi coupons;
    private final PaymentApi payments;
    private final CreditApi credits;

    CouponUseJourneyTest(Engine engine) throws ApiException {
        shopper = new Shopper(engine);
        server = shopper.server;
        admin = shopper.admin;
        user = shopper.user;
        coupons = shopper.coupons;
        payments = shopper.payments;
        credits = shopper.credits;
    }

    @Test
    void aClaimedCouponIsReservedReleasedAndUsedOnce() throws Exception {
        var coupon = shopper.created("discount", "20", "0", 5L);
        assertThat(coupons.claim(coupon.id()).status()).isEqualTo("unused");
        assertThat(coupons.mine("unused", 1, 20).items()).extracting(Mine::code).containsExactly(coupon.code());
        assertRefused("每人限一张", () -> coupons.claim(coupon.id()));

        var first = payments.recharge(recharge(10, coupon.code()));
        assertRefused(first.orderId(), () -> payments.recharge(recharge(10, coupon.code())));
        assertThat(payments.cancel(first.orderId()).status()).isEqualTo("closed");
        assertThat(shopper.mine(coupon).status()).isEqualTo("unused");

        var second = payments.recharge(recharge(10, coupon.code()));
        Purse.pay(server, second);
        assertRefused("每人限用一次", () -> payments.recharge(recharge(10, coupon.code())));
        assertThat(shopper.listed(coupon).usage()).isEqualTo(1);
    }

    @Test
    void closingAndReopeningOrdersFreesTheUseAndNeverMore() throws Exception {
        var coupon = shopper.created("discount", "50", "0", 1L);
        var other = new PaymentApi(server.newUser().client());

        for (int i = 0; i < 3; i++) {
            var order = payments.recharge(recharge(10, coupon.code()));
            assertRefused("已被领完", () -> other.recharge(recharge(10, coupon.code())));
            payments.cancel(order.orderId());
            assertThat(shopper.listed(coupon).usage()).isZero();
            assertThat(coupons.mine("", 1, 20).total()).isZero();
        }

        Purse.pay(server, payments.recharge(recharge(10, coupon.code())));
        assertRefused("已被领完", () -> other.recharge(recharge(10, coupon.code())));
        assertThat(shopper.listed(coupon).usage()).isEqualTo(1);
        assertThat(shopper.listed(coupon).status()).isEqualTo("used_up");
    }

    @Test
    void anOrderThatIsPaidLateTakesItsCouponBackWhileThatIsFree() throws Exception {
        var coupon = shopper.created("credit_bonus", "30", "0", 1L);
        var order = payments.recharge(recharge(10, coupon.code()));
        payments.cancel(order.orderId());

        Purse.pay(server, order);

        assertThat(payments.order(order.orderId()).status()).isEqualTo("paid_late");
        assertThat(credits.balance().creditBalance()).isEqualTo(130);
        assertThat(shopper.mine(coupon).status()).isEqualTo("used");
        assertThat(shopper.listed(coupon).usage()).isEqualTo(1);
    }

    @Test
    void anOrderThatIsPaidLateAfterItsCouponWentElsewhereBuysWhatTheMoneyBuys() throws Exception {
        var half = shopper.created("discount", "50", "0", null);
        var late = payments.buyMembership(new MembershipPurchase("monthly", "alipay", half.code()));
        payments.cancel(late.orderId());
        Purse.pay(server, payments.recharge(recharge(10, half.code())));

        Purse.pay(server, late);

        assertThat(payments.order(late.orderId()).status()).isEqualTo("paid_late");
        assertThat(credits.balance().isMember()).isFalse();
        assertThat(credits.balance().creditBalance()).isEqualTo(100 + 49);
        assertThat(new OperationApi(server.admin().client()).paymentEvents(1, 1).items())
                .extracting(PaymentEvent::orderId, PaymentEvent::outcome)
                .containsExactly(tuple(late.orderId(), "other_goods"));
    }

    @Test
    void theSameKeyFindsTheOrderThoughItsCouponIsReserved() throws Exception {
        var coupon = shopper.created("discount", "10", "0", null);
        var type = new TypeReference<Order>() {};

        var answers = Crowd.of(
                8,
                () -> user.client().post("credit/recharge", recharge(10, coupon.code()), "key-" + coupon.id(), type));

        assertThat(answers)
                .extracting(Order::orderId)
                .containsOnly(answers.getFirst().orderId());
        assertThat(payments.rechargeOrders(1, 20).total()).isEqualTo(1);
    }

    @Test
    void anUnusedCouponExpires() throws Exception {
        var coupon = admin.create(draft(
                "discount", "10", shopper.now().minusSeconds(60), shopper.now().plusSeconds(3600), true));
        coupons.claim(coupon.id());

        admin.end(coupon.id());

        assertThat(coupons.mine("expired", 1, 20).items())
                .extracting(Mine::status)
                .containsExactly("expired");
        assertThat(coupons.mine("unused", 1, 20).total()).isZero();
    }

    @Test
    void whatOneUserHasAnotherDoesNotSee() throws Exception {
        var coupon = shopper.created("discount", "10", "0", null);
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
}
