package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// What crashes, lost callbacks and silent providers leave behind, and how it comes right.
@ParameterizedClass
@EnumSource(Engine.class)
class RepairTest {
    private static final Map<Engine, TestStore> STORES = new ConcurrentHashMap<>();

    private final Shop shop;
    private final long user;

    RepairTest(Engine engine) {
        shop = new Shop(STORES.computeIfAbsent(engine, TestStore::new));
        user = shop.store.newUser(0);
    }

    @Test
    void aPaymentWhoseCallbackWasLostIsFoundAfterAMinute() {
        var order = shop.recharge(user, 10, Optional.empty());
        shop.provider.paySilently(order, "T1");

        shop.watch.sweep();
        assertThat(status(order)).isEqualTo("pending");
        shop.store.clock().advance(Duration.ofMinutes(1));
        shop.watch.sweep();

        assertThat(status(order)).isEqualTo("paid");
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void aCallbackBeforeTheOrderIsEvenAnsweredCounts() {
        shop.provider.whileCreating(order -> shop.callback(order, "T0", "success"));

        var order = shop.recharge(user, 10, Optional.empty());

        assertThat(order.status()).isEqualTo("paid");
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void aPaymentFoundAndThenCalledBackCreditsOnce() {
        var order = shop.recharge(user, 10, Optional.empty());
        shop.provider.paySilently(order, "T2");

        shop.orders.order(user, order.orderId());
        shop.callback(order, "T2", "success");

        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void anOrderPaidInTheLastSecondIsPaidAndNotClosed() {
        var order = shop.recharge(user, 10, Optional.empty());
        shop.store.clock().advance(Duration.ofMinutes(30));
        shop.provider.paySilently(order, "T3");

        shop.watch.sweep();

        assertThat(status(order)).isEqualTo("paid");
    }

    @Test
    void anOrderIsNotClosedWhileItsProviderIsSilent() {
        var order = shop.recharge(user, 10, Optional.empty());
        shop.provider.down(true);
        for (var pause : new int[] {1, 4, 25}) {
            shop.store.clock().advance(Duration.ofMinutes(pause));
            shop.watch.sweep();
        }
        assertThat(status(order)).isEqualTo("pending");

        shop.provider.down(false);
        shop.provider.paySilently(order, "T4");
        shop.store.clock().advance(Duration.ofHours(6));
        shop.watch.sweep();

        assertThat(status(order)).isEqualTo("paid");
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void anUnpaidOrderIsClosedAtItsProviderToo() {
        var order = shop.recharge(user, 10, Optional.empty());
        shop.store.clock().advance(Duration.ofMinutes(31));

        shop.watch.sweep();
        shop.provider.paySilently(order, "T5");

        assertThat(status(order)).isEqualTo("closed");
        assertThat(shop.orders.order(user, order.orderId()).status()).isEqualTo("closed");
        assertThat(balance()).isZero();
    }

    @Test
    void aProviderThatNamesAnotherAmountIsNotBelieved() {
        var order = shop.recharge(user, 10, Optional.empty());
        shop.provider.paySilently(order, "T6", Money.yuan(1));

        shop.orders.order(user, order.orderId());

        assertThat(status(order)).isEqualTo("pending");
        assertThat(balance()).isZero();
    }

    @Test
    void aRequestCutShortBeforeTheProviderAnsweredGoesOnWithItsOrder() {
        var key = Optional.of(new RequestKey(user, "POST /api/v1/credit/recharge", "key", "hash"));
        shop.provider.down(true);
        assertThatThrownBy(() -> shop.recharge(user, 10, key))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.fault()).isEqualTo(Fault.PAYMENT_FAILED));

        shop.provider.down(false);
        var order = shop.recharge(user, 10, key);
        var again = shop.recharge(user, 10, key);

        assertThat(order.paymentUrl()).isEqualTo("https://provider.example/" + order.orderId());
        assertThat(again.orderId()).isEqualTo(order.orderId());
        assertThat(shop.provider.created()).isEqualTo(1);
    }

    private String status(Order order) {
        return shop.stored(order.orderId()).status();
    }

    private long balance() {
        return shop.credits().balance(user).creditBalance();
    }
}
