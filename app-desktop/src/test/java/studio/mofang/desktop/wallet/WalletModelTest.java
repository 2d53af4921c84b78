package studio.mofang.desktop.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class WalletModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final WalletModel model = new WalletModel(time.background(), studio.backend());

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aPaymentTurnsByItselfWithinASecondAndTheBalanceFollows() {
        var payment = recharged();
        payment.watch();
        studio.wallet().pay(payment.orderProperty().get().orderId());
        time.pass(Payment.BETWEEN_QUESTIONS);

        assertThat(payment.paid()).isTrue();
        assertThat(model.balanceProperty().get().creditBalance()).isEqualTo(300);
        assertThat(model.transactions()).singleElement().extracting("amount").isEqualTo(300L);
    }

    @Test
    void whoLooksAwayAsksNoMore() {
        var payment = recharged();
        payment.watch();
        payment.lookAway();
        var before = studio.calls().size();
        time.pass(Payment.BETWEEN_QUESTIONS.multipliedBy(5));

        assertThat(studio.calls()).hasSize(before);
    }

    @Test
    void aServerThatFailsIsAskedAgain() {
        var payment = recharged();
        payment.watch();
        studio.fails(Fault.INTERNAL);
        time.pass(Payment.BETWEEN_QUESTIONS);
        assertThat(payment.failureProperty().get()).isNotNull();

        studio.recovers();
        studio.wallet().pay(payment.orderProperty().get().orderId());
        time.pass(Payment.BETWEEN_QUESTIONS);

        assertThat(payment.paid()).isTrue();
        assertThat(payment.failureProperty().get()).isNull();
    }

    @Test
    void moneyThatArrivesAfterTheOrderWasClosedCountsAsPaid() {
        var payment = watched("paid_late");

        assertThat(payment.paid()).isTrue();
        assertThat(payment.refunded()).isFalse();
    }

    @Test
    void moneyThatWentBackCountsAsRefundedAndNotAsPaid() {
        var payment = watched("refunded");

        assertThat(payment.refunded()).isTrue();
        assertThat(payment.paid()).isFalse();
        assertThat(payment.open()).isFalse();
    }

    @Test
    void theClockRunsOnWhileAQuestionHasNoAnswer() {
        var order = recharged().orderProperty().get();
        var payment = new Payment(order, new Background(_ -> {}, Runnable::run, time), studio.backend(), () -> {});
        var before = payment.leftProperty().get();
        payment.watch();
        time.pass(Duration.ofSeconds(3));

        assertThat(payment.leftProperty().get()).isLessThan(before);
    }

    @Test
    void anUnpaidOrderStaysInTheListAndCanBeTakenUpAgain() {
        recharged();

        assertThat(model.orders())
                .singleElement()
                .satisfies(order -> assertThat(model.resume(order).open()).isTrue());
    }

    private Payment watched(String status) {
        var payment = recharged();
        payment.watch();
        studio.wallet().becomes(payment.orderProperty().get().orderId(), status);
        time.pass(Payment.BETWEEN_QUESTIONS);
        return payment;
    }

    private Payment recharged() {
        var placed = new AtomicReference<Payment>();
        model.recharge(Money.yuan(30), "alipay", Optional.empty(), placed::set, problem -> {
            throw new AssertionError(problem);
        });
        return placed.get();
    }
}
