package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Money;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.payment.RefundSettlement.Wish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;

/// What crashes and silent gateways leave of refunds, and how the sweeps bring them to an end.
@ParameterizedClass
@EnumSource(Engine.class)
class RefundRepairTest {
    private static final Map<Engine, TestStore> STORES = new ConcurrentHashMap<>();

    private final Shop shop;
    private final RefundSettlement settlement;
    private final RefundWatch watch;
    private final RefundRepository rows = new RefundRepository();
    private final long user;

    RefundRepairTest(Engine engine) {
        shop = new Shop(STORES.computeIfAbsent(engine, TestStore::new));
        user = shop.store.newUser(0);
        settlement = shop.refunds;
        watch = shop.refundWatch;
    }

    @Test
    void aRefundThatWasWrittenAndNeverSentIsSentByASweep() {
        var refund = written(paid(), 4);
        assertThat(balance()).isEqualTo(60);

        watch.sweep();
        assertThat(shop.provider.refunds()).isZero();
        later(Duration.ofMinutes(1));
        watch.sweep();
        watch.sweep();

        assertThat(status(refund)).isEqualTo("done");
        assertThat(shop.provider.refunds()).isEqualTo(1);
        assertThat(balance()).isEqualTo(60);
    }

    @Test
    void aRefundThatWasSentWithoutAnAnswerIsNotSentAgain() {
        var order = paid();
        var refund = written(order, 4);
        shop.provider.refundInSilence(refund);

        later(Duration.ofMinutes(1));
        watch.sweep();

        assertThat(status(refund)).isEqualTo("done");
        assertThat(shop.provider.refunds()).isEqualTo(1);
        assertThat(shop.stored(order.orderId()).returned().amount()).isEqualTo(Money.yuan(4));
    }

    @Test
    void aSilentGatewayIsAskedAgainAndAgain() {
        var refund = written(paid(), 10);
        shop.provider.down(true);
        for (var pause : new int[] {1, 4, 25, 360}) {
            later(Duration.ofMinutes(pause));
            watch.sweep();
            assertThat(status(refund)).isEqualTo("pending");
        }
        shop.provider.down(false);
        later(Duration.ofDays(1));
        watch.sweep();

        assertThat(status(refund)).isEqualTo("done");
        assertThat(balance()).isZero();
    }

    @Test
    void twoAnswersSettleOnceWhateverTheySay() {
        var order = paid();
        var refund = written(order, 10);

        settlement.done(refund);
        settlement.refused(refund, "后到的拒绝");
        settlement.done(refund);

        assertThat(status(refund)).isEqualTo("done");
        assertThat(balance()).isZero();
        assertThat(shop.stored(order.orderId()).status()).isEqualTo("refunded");
        assertThat(shop.stored(order.orderId()).returned().amount()).isEqualTo(Money.yuan(10));
    }

    @Test
    void moneyThatCameLateGoesBackLikeAnyOther() {
        var order = shop.recharge(user, 10, Optional.empty());
        later(Duration.ofMinutes(31));
        shop.watch.sweep();
        shop.callback(order, "late-" + order.orderId(), "success");
        assertThat(shop.stored(order.orderId()).status()).isEqualTo("paid_late");

        var refund = written(order, 10);
        watch.send(refund);

        assertThat(shop.stored(order.orderId()).status()).isEqualTo("refunded");
        assertThat(balance()).isZero();
    }

    @Test
    void theLedgerStaysSound() {
        var refund = written(paid(), 3);
        settlement.refused(refund, "余额不足");

        assertThat(balance()).isEqualTo(100);
        assertThat(new LedgerCheck(shop.store.database()).violations()).isEmpty();
    }

    private Order paid() {
        var order = shop.recharge(user, 10, Optional.empty());
        shop.callback(order, "T-" + order.orderId(), "success");
        return order;
    }

    private Refund written(Order order, long yuan) {
        return settlement.begin(new Wish(order.orderId(), Money.yuan(yuan), "测试", user, Optional.empty()));
    }

    private void later(Duration time) {
        shop.store.clock().advance(time);
    }

    private String status(Refund refund) {
        return shop.store
                .database()
                .read(sql -> rows.find(sql, refund.refundNo()))
                .orElseThrow()
                .status();
    }

    private long balance() {
        return shop.credits().balance(user).creditBalance();
    }
}
