package studio.mofang.server.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static studio.mofang.server.coupon.Shopper.assertRefused;
import static studio.mofang.server.coupon.Shopper.recharge;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CouponApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// What a coupon does to a price, and to what the payment brings.
@ParameterizedClass
@EnumSource(Engine.class)
class CouponPriceJourneyTest {
    private final Shopper shopper;
    private final TestServer server;
    private final TestUser user;
    private final CouponApi coupons;
    private final PaymentApi payments;
    private final CreditApi credits;

    CouponPriceJourneyTest(Engine engine) throws ApiException {
        shopper = new Shopper(engine);
        server = shopper.server;
        user = shopper.user;
        coupons = shopper.coupons;
        payments = shopper.payments;
        credits = shopper.credits;
    }

    @Test
    void aDiscountLowersWhatIsPaidAndNotWhatIsBought() throws Exception {
        var coupon = shopper.created("discount", "10", "0", null);

        var order = payments.recharge(recharge(10, coupon.code().toLowerCase(Locale.ROOT)));

        assertThat(order.amount()).isEqualTo(Money.yuan(9));
        assertThat(order.originalAmount()).isEqualTo(Money.yuan(10));
        assertThat(order.credits()).isEqualTo(100);
        assertThat(order.couponCode()).isEqualTo(coupon.code());
        assertThat(shopper.mine(coupon))
                .extracting(Mine::status, Mine::orderId)
                .containsExactly("reserved", order.orderId());

        Purse.pay(server, order);

        assertThat(credits.balance().creditBalance()).isEqualTo(100);
        assertThat(shopper.mine(coupon))
                .extracting(Mine::status, Mine::orderId)
                .containsExactly("used", order.orderId());
        assertThat(coupons.mine("used", 1, 20).total()).isEqualTo(1);
    }

    @Test
    void aDeductionTakesYuanOffAMembershipAndLeavesAFenToPay() throws Exception {
        var five = shopper.created("deduction", "5", "0", null);
        var fifty = shopper.created("deduction", "50", "0", null);

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
        var coupon = shopper.created("credit_bonus", "30", "10", null);

        var order = payments.recharge(recharge(10, coupon.code()));
        assertThat(order.amount()).isEqualTo(Money.yuan(10));
        assertThat(order.bonusCredits()).isEqualTo(30);
        Purse.pay(server, order);

        assertThat(credits.balance().creditBalance()).isEqualTo(130);
        assertThat(credits.transactions(1, 20).items())
                .extracting(Transaction::type, Transaction::amount, Transaction::reference)
                .contains(tuple("bonus", 30L, order.orderId()));
        assertRefused(
                "不能用于余额支付",
                () -> payments.buyMembership(new MembershipPurchase(
                        "monthly",
                        "balance",
                        shopper.created("credit_bonus", "30", "0", null).code())));
    }

    @Test
    void theBalancePaysTheLoweredPrice() throws Exception {
        Purse.recharge(server, user, 10);
        var coupon = shopper.created("discount", "12.5", "0", null);

        var order = payments.buyMembership(new MembershipPurchase("monthly", "balance", coupon.code()));

        assertThat(order.amount()).isEqualTo(new Money(866));
        assertThat(order.status()).isEqualTo("paid");
        assertThat(credits.balance().creditBalance()).isEqualTo(100 - 87);
        assertThat(shopper.mine(coupon).status()).isEqualTo("used");
    }
}
