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
import studio.mofang.client.ApiException;
import studio.mofang.client.CouponApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Coupons.Coupon;
import studio.mofang.core.Coupons.Draft;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Somebody who uses coupons, and the operator who makes them.
final class Shopper {
    private static final AtomicInteger CODES = new AtomicInteger();

    final TestServer server;
    final CouponApi admin;
    final TestUser user;
    final CouponApi coupons;
    final PaymentApi payments;
    final CreditApi credits;

    Shopper(Engine engine) throws ApiException {
        server = TestServer.shared(engine);
        admin = new CouponApi(server.admin().client());
        user = server.newUser();
        coupons = new CouponApi(user.client());
        payments = new PaymentApi(user.client());
        credits = new CreditApi(user.client());
    }

    /// Running since a minute ago, for longer than any test.
    Coupon created(String type, String value, String least, @Nullable Long uses) throws ApiException {
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

    static Draft draft(String type, String value, Instant from, Instant until, boolean listed) {
        var code = "CODE" + CODES.incrementAndGet();
        return new Draft(code, "测试券", type, new BigDecimal(value), null, null, from, until, listed);
    }

    /// What the user has of it.
    Mine mine(Coupon coupon) throws ApiException {
        return coupons.mine("", 1, 100).items().stream()
                .filter(one -> one.id() == coupon.id())
                .findFirst()
                .orElseThrow();
    }

    /// As the operator sees it.
    Coupon listed(Coupon coupon) throws ApiException {
        return admin.coupons("", 1, 100).items().stream()
                .filter(one -> one.id() == coupon.id())
                .findFirst()
                .orElseThrow();
    }

    Instant now() {
        return server.clock().instant();
    }

    static Recharge recharge(long yuan, String code) {
        return new Recharge(Money.yuan(yuan), "alipay", code);
    }

    static ApiException refusal(ThrowingCallable call) {
        return catchThrowableOfType(ApiException.class, call);
    }

    static void assertRefused(String reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(40003);
            assertThat(e).hasMessageContaining(reason);
        });
    }
}
