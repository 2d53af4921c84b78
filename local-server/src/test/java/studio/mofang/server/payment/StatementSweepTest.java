package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.PROVIDER_STATEMENT;
import static studio.mofang.server.db.gen.Tables.STATEMENT_DIFFERENCE;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Money;
import studio.mofang.core.Plan;
import studio.mofang.server.db.Custody;
import studio.mofang.server.db.gen.tables.records.ProviderStatementRecord;
import studio.mofang.server.payment.bill.Movement;
import studio.mofang.server.payment.bill.Movement.Kind;
import studio.mofang.server.statement.StatementFeature;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Idempotency;

/// The daily comparison, swept: when it is made, by whom, in both directions, and what it repairs (rule P6).
@ParameterizedClass
@EnumSource(Engine.class)
class StatementSweepTest {
    private final Shop shop;
    private final long user;
    private final FakeBills bills = new FakeBills();
    private final StatementFeature statements;

    StatementSweepTest(Engine engine) {
        shop = new Shop(TestStore.shared(engine));
        user = shop.store.newUser();
        statements = statements();
        untilNoonOfADayOfItsOwn();
    }

    @Test
    void aDayIsComparedAtHalfPastTenOfTheNextAndThenNoMore() {
        var day = today();
        var order = paid();
        bills.has(day, payment(order, 10));

        atTenThirtyAfter(day, Duration.ofMinutes(-1));
        sweep();
        assertThat(statement(day).getStatus()).isEqualTo("waiting");
        later(Duration.ofMinutes(1));
        sweep();

        assertThat(statement(day).getStatus()).isEqualTo("compared");
        assertThat(statement(day).getPayments()).isEqualTo(1);
        assertThat(statement(day).getPaid()).isEqualTo(1000);
        assertThat(differences(day)).isEmpty();
        bills.asked();
        later(Duration.ofHours(2));
        sweep();
        assertThat(bills.asked()).isZero();
    }

    @Test
    void nodesThatComeAtTheSameMomentCompareADayOnce() {
        var day = today();
        bills.has(day, payment(paid(), 10));
        atTenThirtyAfter(day, Duration.ZERO);
        sweepBegin();
        var nodes = List.of(statements, statements(), statements(), statements());

        Crowd.of(nodes.size(), number -> {
            nodes.get(number).sweep().work().run();
            return number;
        });

        assertThat(bills.asked()).isEqualTo(1);
        assertThat(statement(day).getStatus()).isEqualTo("compared");
    }

    @Test
    void whatOneHasAndTheOtherHasNotIsListedInBothDirections() {
        var day = today();
        var agreed = paid();
        var cheaper = paid();
        var onlyHere = paid();
        var stranger = new Movement(Kind.PAYMENT, "R2026000000000", null, "T-stranger", Money.yuan(5));
        var byHand = new Movement(Kind.REFUND, agreed.orderId(), "by hand", "T" + agreed.orderId(), Money.yuan(2));
        bills.has(day, payment(agreed, 10), payment(cheaper, 9), stranger, byHand);

        compare(day);

        assertThat(differences(day))
                .containsExactlyInAnyOrder(
                        "amount payment " + cheaper.orderId() + " 900 1000",
                        "missing_here payment R2026000000000 500 null",
                        "missing_here refund " + agreed.orderId() + " 200 null",
                        "missing_there payment " + onlyHere.orderId() + " null 1000");
    }

    @Test
    void refundsAreComparedByTheirNumbers() {
        var day = today();
        var order = paid();
        shop.refund(order, Money.yuan(3), "客户要求");
        shop.refund(order, Money.yuan(2), "客户要求");
        bills.has(day, payment(order, 10), refund(order, "F1", 3));

        compare(day);

        assertThat(differences(day)).containsExactly("missing_there refund " + order.orderId() + " null 200");
        assertThat(statement(day).getRefunds()).isEqualTo(1);
        assertThat(statement(day).getRefunded()).isEqualTo(300);
    }

    @Test
    void aRefundThatIsUnderWayIsKnownAndNotMissed() {
        var day = today();
        var order = paid();
        shop.begun(order, 3);
        shop.begun(order, 2);
        bills.has(day, payment(order, 10), refund(order, "F1", 3));

        compare(day);

        assertThat(differences(day)).isEmpty();
    }

    @Test
    void moneyThatCameAndWasNotNoticedIsCreditedBecauseOfTheBill() {
        var day = today();
        var order = shop.recharge(user, 10, Optional.empty());
        shop.provider.paySilently(order, "T" + order.orderId());
        bills.has(day, payment(order, 10));

        compare(day);

        assertThat(shop.stored(order.orderId()).status()).isEqualTo("paid");
        assertThat(shop.credits().balance(user).creditBalance()).isEqualTo(100);
        assertThat(statement(day).getRepaired()).isEqualTo(1);
        assertThat(differences(day)).isEmpty();
    }

    @Test
    void whatTheGatewayDoesNotConfirmIsNotCreditedAndTriedAgainForAWeek() {
        var day = today();
        var order = shop.recharge(user, 10, Optional.empty());
        shop.provider.down(true);
        bills.has(day, payment(order, 10));
        compare(day);
        assertThat(differences(day)).containsExactly("missing_here payment " + order.orderId() + " 1000 null");
        shop.provider.down(false);
        shop.provider.paySilently(order, "T" + order.orderId());

        later(Duration.ofDays(1));
        sweep();

        assertThat(differences(day)).isEmpty();
        assertThat(statement(day).getRepaired()).isEqualTo(1);
        assertThat(shop.stored(order.orderId()).paid()).isTrue();
    }

    @Test
    void whatIsLearnedAfterMidnightIsInTheBillOfTheDayBefore() {
        var day = today();
        var order = shop.recharge(user, 10, Optional.empty());
        later(Duration.ofHours(12));
        shop.callback(order, "T" + order.orderId(), "success");
        bills.has(day, payment(order, 10));
        bills.has(day.plusDays(1));

        compare(day);
        compare(day.plusDays(1));

        assertThat(differences(day)).isEmpty();
        assertThat(differences(day.plusDays(1))).isEmpty();
    }

    @Test
    void whatOurClockHadJustBeforeMidnightMayBeInTheBillOfTheNextDay() {
        var day = today();
        var order = shop.recharge(user, 10, Optional.empty());
        later(Duration.ofHours(12).minusMinutes(5));
        shop.callback(order, "T" + order.orderId(), "success");
        bills.has(day);
        bills.has(day.plusDays(1), payment(order, 10));

        compare(day);
        compare(day.plusDays(1));

        assertThat(differences(day)).isEmpty();
        assertThat(differences(day.plusDays(1))).isEmpty();
    }

    @Test
    void aBillThatIsNotThereIsAskedForHourlyUntilItIs() {
        var day = today();
        var order = paid();
        bills.isBeingMade(day);
        compare(day);
        assertThat(statement(day).getStatus()).isEqualTo("waiting");
        assertThat(statement(day).getReason()).isEqualTo("not_yet");

        bills.has(day, payment(order, 10));
        sweep();
        assertThat(statement(day).getStatus()).isEqualTo("waiting");
        later(Duration.ofHours(1));
        sweep();

        assertThat(statement(day).getStatus()).isEqualTo("compared");
        assertThat(statement(day).getReason()).isNull();
    }

    @Test
    void aDayWithoutMovementsAndWithoutABillIsInOrder() {
        var before = today();
        paid();
        bills.has(before);
        later(Duration.ofDays(1));
        var day = today();

        compare(day);

        assertThat(statement(day).getStatus()).isEqualTo("compared");
        assertThat(differences(day)).isEmpty();
    }

    @Test
    void aBillThatNeverComesLeavesOurPaymentsWithoutAnyAfterTwoDays() {
        var day = today();
        var order = paid();
        compare(day);
        assertThat(statement(day).getStatus()).isEqualTo("waiting");

        for (int hour = 0; hour < 49; hour++) {
            later(Duration.ofHours(1));
            statements.sweep().work().run();
        }

        assertThat(statement(day).getStatus()).isEqualTo("compared");
        assertThat(differences(day)).containsExactly("missing_there payment " + order.orderId() + " null 1000");
    }

    @Test
    void whatCreditsPaidIsNoBusinessOfTheBill() {
        var day = today();
        var other = shop.store.newUser(1000);
        var month = new Goods.Membership(Plan.MONTHLY);
        shop.orders.place(
                new Purchase(other, month, Money.yuan(9), Purchase.BALANCE, Optional.empty(), Optional.empty()));
        var order = paid();
        bills.has(day, payment(order, 10));

        compare(day);

        assertThat(differences(day)).isEmpty();
    }

    private StatementFeature statements() {
        var store = shop.store;
        var vault = Custody.of(store.storage(), store.database()).vault();
        var idempotency = new Idempotency(store.database(), vault, store.clock());
        var books = new Books(store.database(), shop.watch);
        return new StatementFeature(store.database(), idempotency, List.of(bills), books, store.clock());
    }

    /// The store and its clock are shared: two weeks later nothing of an earlier test is looked at.
    private void untilNoonOfADayOfItsOwn() {
        var noon = today().plusDays(14)
                .atTime(LocalTime.NOON)
                .atZone(BeijingTime.ZONE)
                .toInstant();
        later(Duration.between(shop.store.clock().instant(), noon));
        shop.store
                .database()
                .write(tx -> tx.update(PROVIDER_STATEMENT)
                        .set(PROVIDER_STATEMENT.ASK_AT, noon.plus(Duration.ofDays(3650)))
                        .execute());
    }

    private LocalDate today() {
        return BeijingTime.date(shop.store.clock().instant());
    }

    private void later(Duration time) {
        shop.store.clock().advance(time);
    }

    private void atTenThirtyAfter(LocalDate day, Duration more) {
        var ready = day.plusDays(1).atTime(10, 30).atZone(BeijingTime.ZONE).toInstant();
        later(Duration.between(shop.store.clock().instant(), ready.plus(more)));
    }

    private void compare(LocalDate day) {
        atTenThirtyAfter(day, Duration.ZERO);
        sweep();
    }

    private void sweep() {
        // A few days at a time.
        for (int i = 0; i < 3; i++) {
            statements.sweep().work().run();
        }
    }

    /// The day is there, and nobody has claimed it.
    private void sweepBegin() {
        var day = today();
        later(Duration.ofHours(-2));
        sweep();
        assertThat(today()).isEqualTo(day);
        later(Duration.ofHours(2));
        bills.asked();
    }

    private Order paid() {
        var order = shop.recharge(user, 10, Optional.empty());
        shop.callback(order, "T" + order.orderId(), "success");
        return order;
    }

    private static Movement payment(Order order, long yuan) {
        return new Movement(Kind.PAYMENT, order.orderId(), null, "T" + order.orderId(), Money.yuan(yuan));
    }

    private static Movement refund(Order order, String number, long yuan) {
        return new Movement(
                Kind.REFUND, order.orderId(), order.orderId() + number, "T" + order.orderId(), Money.yuan(yuan));
    }

    private ProviderStatementRecord statement(LocalDate day) {
        return shop.store
                .database()
                .read(sql -> sql.selectFrom(PROVIDER_STATEMENT)
                        .where(PROVIDER_STATEMENT.BILL_DATE.eq(day))
                        .fetchSingle());
    }

    private List<String> differences(LocalDate day) {
        return shop.store
                .database()
                .read(sql -> sql.selectFrom(STATEMENT_DIFFERENCE)
                        .where(STATEMENT_DIFFERENCE.BILL_DATE.eq(day))
                        .fetch(row -> row.getKind() + " " + row.getMovement() + " " + row.getOrderId() + " "
                                + row.getTheirs() + " " + row.getOurs()));
    }
}
