package studio.mofang.desktop.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.Sale;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class RefundingTest {
    private static final RefundWish ALL = new RefundWish(null, "重复购买");
    private static final RefundWish PART = new RefundWish(Money.yuan(3), "重复购买");

    private final FakeStudio studio = new FakeStudio();
    private final Background background = new Background(Runnable::run, Runnable::run, new HandTurnedDelay());
    private final List<Refund> told = new ArrayList<>();
    private final List<Exception> failures = new ArrayList<>();
    private final OperationsModel model = new OperationsModel(background, studio.backend());
    private final Refunding refunding = model.refunding(sale());

    RefundingTest() {
        studio.wallet().refunds(List.of(refund()));
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void aRefundThatNobodyAnsweredIsAskedForAgainUnderItsKey() {
        studio.wallet().refusesRefunds(Fault.INTERNAL);

        asks(PART);
        asks(PART);

        assertThat(failures).hasSize(1);
        assertThat(told).hasSize(1);
        assertThat(studio.wallet().refundKeys()).hasSize(2);
        assertThat(studio.wallet().refundKeys().get(1))
                .isEqualTo(studio.wallet().refundKeys().getFirst());
    }

    @Test
    void anotherRefundHasAnotherKey() {
        studio.wallet().refusesRefunds(Fault.PAYMENT_FAILED, Fault.INTERNAL);

        asks(PART);
        asks(PART);
        asks(ALL);
        asks(ALL);

        assertThat(studio.wallet().refundKeys()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void theOrdersAreFetchedAnewAndTheRefundsCanBeSeen() {
        asks(ALL);
        refunding.look(_ -> {}, failures::add);

        assertThat(refunding.busyProperty().get()).isFalse();
        assertThat(refunding.refunds()).containsExactly(refund());
        assertThat(studio.calls()).contains("GET operation/orders");
    }

    private void asks(RefundWish wish) {
        refunding.refund(wish, told::add, failures::add);
    }

    private static Sale sale() {
        return new Sale(
                "R202611221000001483920",
                7,
                "buyer",
                "recharge",
                Money.yuan(30),
                Money.yuan(30),
                300L,
                0,
                null,
                "alipay",
                null,
                "paid",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static Refund refund() {
        return new Refund(
                "R202611221000001483920F1",
                new UUID(0, 1),
                "R202611221000001483920",
                Money.yuan(3),
                "重复购买",
                "done",
                null,
                30,
                0,
                0,
                0,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
