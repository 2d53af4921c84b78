package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.payment.Till.ALIPAY;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;

/// Alipay does not know a code before somebody scans it, so it cannot close it either: a cancelled order can be paid
/// until its time is over, and a studio that nobody notifies has to find that money by asking.
@ParameterizedClass
@EnumSource(Engine.class)
class ClosedOrderTest {
    private static final Map<Engine, TestStore> STORES = new ConcurrentHashMap<>();
    private static final String QUERY = "alipay.trade.query";
    private static final Duration SWEEP = Duration.ofSeconds(20);

    private final Shop shop;
    private final long user;
    private final Order order;

    ClosedOrderTest(Engine engine) {
        var gateway = new AlipayGateway(ALIPAY.merchant(), null);
        shop = new Shop(STORES.computeIfAbsent(engine, TestStore::new), gateway);
        user = shop.store.newUser(0);
        order = shop.recharge(user, 10, Optional.empty());
        passes(Duration.ofSeconds(5));
        shop.cancel(order);
        assertThat(status()).isEqualTo("closed");
    }

    @Test
    void aCodeThatIsPaidRightAfterTheOrderWasCancelledIsFoundWithinSeconds() {
        ALIPAY.pay(order.orderId());

        passes(SWEEP);

        assertThat(status()).isEqualTo("paid_late");
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void moneyThatComesLaterIsFoundWithinFiveMinutesOfFewQuestions() {
        long before = ALIPAY.calls(QUERY);
        passes(Duration.ofMinutes(17));
        assertThat(ALIPAY.calls(QUERY) - before).isBetween(5L, 10L);
        ALIPAY.pay(order.orderId());

        passes(Duration.ofMinutes(5).plus(SWEEP));

        assertThat(status()).isEqualTo("paid_late");
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void itIsLookedForUntilAnHourAfterTheOrdersTimeAndADayLaterForTheLastTime() {
        passes(Duration.between(now(), order.expiresAt().plus(Duration.ofHours(1))));
        passes(Duration.ofMinutes(6));
        long before = ALIPAY.calls(QUERY);
        passes(Duration.ofHours(3));
        assertThat(ALIPAY.calls(QUERY)).isEqualTo(before);

        advances(Duration.ofDays(1));
        assertThat(ALIPAY.calls(QUERY)).isEqualTo(before + 1);

        advances(Duration.ofDays(30));
        advances(Duration.ofDays(30));
        assertThat(ALIPAY.calls(QUERY)).isEqualTo(before + 1);
        assertThat(status()).isEqualTo("closed");
    }

    @Test
    void aCodeThatIsScannedAndNotPaidIsClosedAtAlipayAndAskedAboutNoMore() {
        ALIPAY.scan(order.orderId());

        passes(SWEEP);

        assertThat(ALIPAY.status(order.orderId())).isEqualTo("TRADE_CLOSED");
        passes(SWEEP.multipliedBy(3));
        long before = ALIPAY.calls(QUERY);
        passes(Duration.ofHours(2));
        advances(Duration.ofDays(2));
        assertThat(ALIPAY.calls(QUERY)).isEqualTo(before);
        assertThat(status()).isEqualTo("closed");
    }

    /// A sweep asks about one order after the other, and a person cancels one meanwhile.
    @Test
    void aSweepThatListedItAsOpenDoesNotPostponeIt() {
        var listed = shop.stored(shop.recharge(user, 20, Optional.empty()).orderId());
        shop.cancel(listed);
        var next = shop.stored(listed.orderId()).askAt();

        var later = now().plus(Duration.ofHours(6));
        boolean claimed = shop.store.database().write(tx -> new OrderRepository().claim(tx, listed, later));

        assertThat(claimed).isFalse();
        assertThat(shop.stored(listed.orderId()).askAt()).isEqualTo(next);
    }

    /// With a sweep as often as the server makes one.
    private void passes(Duration time) {
        var until = now().plus(time);
        while (now().isBefore(until)) {
            advances(SWEEP.compareTo(Duration.between(now(), until)) < 0 ? SWEEP : Duration.between(now(), until));
        }
    }

    private void advances(Duration time) {
        shop.store.clock().advance(time);
        shop.watch.sweep();
    }

    private Instant now() {
        return shop.store.clock().instant();
    }

    private String status() {
        return shop.stored(order.orderId()).status();
    }

    private long balance() {
        return shop.credits().balance(user).creditBalance();
    }
}
