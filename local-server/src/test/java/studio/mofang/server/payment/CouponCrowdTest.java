package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Problem;

/// Coupons in a crowd (rule L11): what is counted holds, whoever comes at the same moment.
@ParameterizedClass
@EnumSource(Engine.class)
class CouponCrowdTest {
    private static final int CROWD = 64;
    private static final long USES = 10;

    private final Shop shop;

    CouponCrowdTest(Engine engine) {
        shop = new Shop(TestStore.shared(engine));
    }

    @Test
    void sixtyFourAtOnceGetTenUsesOfTen() {
        var code = shop.newCoupon(USES);

        var got = Crowd.of(CROWD, () -> ordered(shop.store.newUser(), code));

        assertThat(got).filteredOn(Boolean::booleanValue).hasSize((int) USES);
        assertThat(shop.taken(code)).isEqualTo(USES);
    }

    @Test
    void ordersThatCloseWhileOthersComeNeverGiveMoreThanThereIs() {
        var code = shop.newCoupon(USES);

        Crowd.of(CROWD, number -> {
            long user = shop.store.newUser();
            for (int round = 0; round < 3; round++) {
                var order = placed(user, code);
                if (order.isPresent() && number % 2 == 0) {
                    shop.cancel(order.get());
                } else if (order.isPresent()) {
                    shop.callback(order.get(), UUID.randomUUID().toString(), "success");
                }
            }
            return number;
        });

        assertThat(shop.taken(code)).isEqualTo(shop.discounted(code)).isLessThanOrEqualTo(USES);
    }

    @Test
    void oneUserAtOnceThirtyTwoTimesUsesACouponOnce() {
        var code = shop.newCoupon(1000);
        long user = shop.store.newUser();

        var got = Crowd.of(32, () -> ordered(user, code));

        assertThat(got).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(shop.taken(code)).isEqualTo(1);
    }

    @Test
    void aPaymentAndAClosingAtOnceLeaveTheCouponUsed() {
        var code = shop.newCoupon(1);
        var order = placed(shop.store.newUser(), code).orElseThrow();

        Crowd.of(8, number -> number % 2 == 0 ? shop.callback(order, "T" + order.orderId(), "success") : closed(order));

        assertThat(shop.stored(order.orderId()).paid()).isTrue();
        assertThat(shop.discounted(code)).isEqualTo(1);
        assertThat(shop.taken(code)).isEqualTo(1);
        assertThat(shop.credited(order.userId())).containsExactly(order.orderId());
    }

    private boolean closed(Order order) {
        shop.cancel(order);
        return true;
    }

    private boolean ordered(long user, String code) {
        return placed(user, code).isPresent();
    }

    private Optional<Order> placed(long user, String code) {
        return orRefused(() -> shop.rechargeWith(user, 10, code));
    }

    private static Optional<Order> orRefused(Callable<Order> act) {
        try {
            var order = act.call();
            assertThat(order.amount()).isEqualTo(Money.yuan(9));
            assertThat(Duration.between(order.createdAt(), order.expiresAt())).isEqualTo(OrderService.LIFE);
            return Optional.of(order);
        } catch (Problem e) {
            assertThat(e.fault()).isEqualTo(Fault.COUPON_INVALID);
            return Optional.empty();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
