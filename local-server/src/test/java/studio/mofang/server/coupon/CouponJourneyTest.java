package studio.mofang.server.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.coupon.Shopper.assertRefused;
import static studio.mofang.server.coupon.Shopper.draft;
import static studio.mofang.server.coupon.Shopper.recharge;
import static studio.mofang.server.coupon.Shopper.refusal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CouponApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Coupons.Coupon;
import studio.mofang.core.Coupons.Draft;
import studio.mofang.core.Money;
import studio.mofang.server.testkit.Engine;

/// Coupons as an operator makes and ends them, and as they are refused.
@ParameterizedClass
@EnumSource(Engine.class)
class CouponJourneyTest {
    private static final TypeReference<Coupon> COUPON = new TypeReference<>() {};

    private final Shopper shopper;
    private final CouponApi admin;
    private final CouponApi coupons;
    private final PaymentApi payments;

    CouponJourneyTest(Engine engine) throws ApiException {
        shopper = new Shopper(engine);
        admin = shopper.admin;
        coupons = shopper.coupons;
        payments = shopper.payments;
    }

    @Test
    void theDocumentsSampleIsTenPerCentOffFromAHundredYuan() throws Exception {
        var sample = Map.of(
                "code",
                "DISCOUNT10",
                "name",
                "充值优惠券",
                "type",
                "discount",
                "value",
                10.0,
                "min_amount",
                100.0,
                "max_usage",
                1000,
                "valid_from",
                BeijingTime.write(shopper.now().minusSeconds(60)),
                "valid_until",
                BeijingTime.write(shopper.now().plusSeconds(3600)));

        var made = shopper.server.admin().client().post("operation/coupons", sample, COUPON);

        assertThat(made.id()).isPositive();
        assertThat(made.code()).isEqualTo("DISCOUNT10");
        assertThat(made.status()).isEqualTo("active");
        assertThat(made.maxUsage()).isEqualTo(1000);
        assertRefused("需订单满 100.00 元", () -> payments.recharge(recharge(10, "DISCOUNT10")));
        var order = payments.recharge(recharge(100, "DISCOUNT10"));
        assertThat(order.amount()).isEqualTo(Money.yuan(90));
        assertThat(order.originalAmount()).isEqualTo(Money.yuan(100));
        assertThat(order.credits()).isEqualTo(1000);
        admin.end(made.id());
    }

    @Test
    void whatIsWrongWithACouponIsSaid() throws Exception {
        var dear = shopper.created("discount", "10", "100", null);
        assertRefused("需订单满 100.00 元", () -> payments.recharge(recharge(99, dear.code())));
        var ended = shopper.created("discount", "10", "0", null);
        assertThat(admin.end(ended.id()).status()).isEqualTo("ended");
        assertRefused("已过期或已结束", () -> payments.recharge(recharge(99, ended.code())));
        assertRefused("已过期或已结束", () -> coupons.claim(ended.id()));
        var upcoming = admin.create(draft(
                "discount", "10", shopper.now().plusSeconds(3600), shopper.now().plusSeconds(7200), true));
        assertThat(upcoming.status()).isEqualTo("upcoming");
        assertRefused("还不能使用", () -> coupons.claim(upcoming.id()));
        assertThat(payments.rechargeOrders(1, 20).total()).isZero();
    }

    @Test
    void secretCodesAreRefusedLikeUnknownOnesUntilTheyCanBeUsed() throws Exception {
        var upcoming = admin.create(draft(
                "discount", "10", shopper.now().plusSeconds(3600), shopper.now().plusSeconds(7200), false));
        var past = admin.create(draft(
                "discount",
                "10",
                shopper.now().minusSeconds(7200),
                shopper.now().minusSeconds(3600),
                false));
        var running = admin.create(draft(
                "discount",
                "10",
                shopper.now().minusSeconds(7200),
                shopper.now().plusSeconds(3600),
                false));

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
    void onlyAdminsMakeAndEndCoupons() throws Exception {
        var coupon = shopper.created("discount", "10", "0", null);

        assertThat(refusal(() -> coupons.create(draft(
                                "discount", "10", shopper.now(), shopper.now().plusSeconds(60), true)))
                        .code())
                .isEqualTo(403);
        assertThat(refusal(() -> coupons.end(coupon.id())).code()).isEqualTo(403);
        assertThat(shopper.listed(coupon).status()).isEqualTo("active");
    }

    @Test
    void aMalformedCouponIsRefusedFieldByField() {
        var bad = new Draft(
                "x", "", "half", new BigDecimal("0.001"), new Money(-1), 0L, shopper.now(), shopper.now(), null);

        assertThat(refusal(() -> admin.create(bad)).errors())
                .extracting("field")
                .contains("code", "name", "type", "value", "min_amount", "max_usage", "valid_until");
        assertThat(refusal(() -> admin.create(draft(
                                "discount",
                                "100.01",
                                shopper.now(),
                                shopper.now().plusSeconds(60),
                                true)))
                        .errors())
                .extracting("field")
                .containsExactly("value");
        assertThat(refusal(() -> coupons.mine("lost", 1, 20)).code()).isEqualTo(400);
    }

    @Test
    void aCodeExistsOnce() throws Exception {
        var coupon = shopper.created("discount", "10", "0", null);
        var again = new Draft(
                coupon.code().toLowerCase(Locale.ROOT),
                "又一张",
                "discount",
                BigDecimal.TEN,
                null,
                null,
                shopper.now(),
                shopper.now().plusSeconds(60),
                null);

        assertThat(refusal(() -> admin.create(again)).code()).isEqualTo(409);
    }
}
