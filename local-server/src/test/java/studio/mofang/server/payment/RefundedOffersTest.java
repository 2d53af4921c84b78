package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;

/// What a payment brought besides the goods, once it goes back (ADR 30): buying and refunding gains nobody anything.
@ParameterizedClass
@EnumSource(Engine.class)
class RefundedOffersTest {
    private static final Map<Engine, Shop> SHOPS = new EnumMap<>(Engine.class);
    private static final OptionalInt ALL = OptionalInt.empty();

    private final Shop shop;
    private final Customer bob;
    private final MoneyProof proof;

    RefundedOffersTest(Engine engine) {
        shop = SHOPS.computeIfAbsent(engine, RefundedOffersTest::shop);
        bob = new Customer(shop);
        proof = new MoneyProof(shop, bob);
    }

    @Test
    void theFirstBonusGoesWithTheRechargeThatBroughtItAndComesOnce() {
        var order = paid(10);
        assertThat(balance(bob.user)).isEqualTo(130);

        refunded(order, ALL);
        assertThat(balance(bob.user)).isZero();

        paid(10);
        assertThat(balance(bob.user)).isEqualTo(100);
    }

    @Test
    void whatIsSpentOfTheFirstBonusIsOwed() {
        var order = paid(10);
        bob.spends(bob.user, 120);

        refunded(order, ALL);

        assertThat(balance(bob.user)).isZero();
        assertThat(shop.stored(order.orderId()).returned().creditsOwed()).isEqualTo(120);
    }

    @Test
    void aPartOfTheRechargeTakesItsPartOfTheBonusAndLeavesTheReward() {
        var order = paid(10);

        refunded(order, OptionalInt.of(4));

        assertThat(balance(bob.user)).isEqualTo(78);
        assertThat(balance(bob.friend)).isEqualTo(50);
    }

    @Test
    void theRewardGoesWithThePaymentThatBroughtItAndComesAgainWithTheNext() {
        var order = paid(10);
        assertThat(balance(bob.friend)).isEqualTo(50);

        refunded(order, OptionalInt.of(4));
        refunded(order, ALL);
        assertThat(balance(bob.friend)).isZero();

        paid(1);
        paid(1);
        assertThat(balance(bob.friend)).isEqualTo(50);
        proof.assertHolds();
    }

    @Test
    void aRewardThatWasSpentIsOwedAndTheNextSettlesIt() {
        for (int round = 0; round < 3; round++) {
            var order = paid(10);
            bob.spends(bob.friend, 50);
            refunded(order, ALL);
            assertThat(balance(bob.friend)).isZero();
            assertThat(proof.friendOwes()).isEqualTo(50);
        }

        paid(10);

        assertThat(balance(bob.friend)).isZero();
        assertThat(proof.friendOwes()).isZero();
        proof.assertHolds();
    }

    @Test
    void aRewardThatWasSpentInPartIsTakenInPart() {
        var order = paid(10);
        bob.spends(bob.friend, 20);

        refunded(order, ALL);

        assertThat(balance(bob.friend)).isZero();
        assertThat(proof.friendOwes()).isEqualTo(20);
        paid(10);
        assertThat(balance(bob.friend)).isEqualTo(30);
    }

    @Test
    void anotherPaymentThatStandsKeepsTheReward() {
        var first = paid(10);
        var second = paid(10);

        refunded(first, ALL);
        assertThat(balance(bob.friend)).isEqualTo(50);
        refunded(second, ALL);

        assertThat(balance(bob.friend)).isZero();
        proof.assertHolds();
    }

    @Test
    void aRefundThatIsRefusedLeavesEverythingAsItWas() {
        var order = paid(10);
        bob.spends(bob.user, 30);
        bob.spends(bob.friend, 20);

        assertThat(bob.refunds(order, ALL, FakeGateway.REFUSED)).isFalse();

        assertThat(balance(bob.user)).isEqualTo(100);
        assertThat(balance(bob.friend)).isEqualTo(30);
        assertThat(proof.friendOwes()).isZero();
        assertThat(shop.stored(order.orderId()).returned().creditsOwed()).isZero();
        proof.assertHolds();
    }

    @Test
    void aPartThatIsRefusedAfterTheRestWentBackBringsTheRewardBack() {
        var order = paid(10);
        var refused = shop.begun(order, 4);
        refunded(order, ALL);
        assertThat(balance(bob.friend)).isZero();

        shop.refunds.refused(refused, "不退");

        assertThat(balance(bob.friend)).isEqualTo(50);
        assertThat(shop.stored(order.orderId()).status()).isEqualTo(Order.PAID);
    }

    @Test
    void whatIsTakenBackInPartsIsWhatWasGivenAlsoWhenAPartWasRefusedInBetween() {
        var order = paid(7);
        var refused = shop.begun(order, 3);
        refunded(order, OptionalInt.of(4));
        shop.refunds.refused(refused, "不退");

        refunded(order, OptionalInt.of(3));

        assertThat(balance(bob.user)).isZero();
        proof.assertHolds();
    }

    @Test
    void aCouponStaysUsedWhenItsOrderGoesBack() {
        var code = shop.newCoupon(1);
        var order = shop.rechargeWith(bob.user, 10, code);
        shop.callback(order, "T" + order.orderId(), "success");

        refunded(order, ALL);

        assertThat(shop.taken(code)).isEqualTo(1);
        assertThat(shop.discounted(code)).isEqualTo(1);
    }

    /// A chain of users, each invited by the one before, who all buy, spend and are refunded at the same moment.
    @Test
    void aCrowdThatBuysAndIsRefundedAtOnceGainsNothingAndDoesNotLockUp() {
        var chain = new ArrayList<Customer>();
        chain.add(bob);
        for (int i = 0; i < 3; i++) {
            chain.add(new Customer(shop, chain.getLast().user));
        }

        Crowd.of(8, number -> {
            var one = chain.get(number % chain.size());
            for (int round = 0; round < 3; round++) {
                var order = one.places(10);
                shop.callback(order, UUID.randomUUID().toString(), "success");
                one.spends(one.friend, 15);
                one.refunds(order, OptionalInt.of(3), number % 2 == 0 ? FakeGateway.REFUSED : Customer.ASKED_FOR);
                one.refunds(order, ALL, round == 0 ? FakeGateway.REFUSED : Customer.ASKED_FOR);
            }
            return number;
        });

        for (var one : chain) {
            new MoneyProof(shop, one).assertHolds();
        }
        assertThat(new LedgerCheck(shop.store.database()).violations()).isEmpty();
    }

    private Order paid(int yuan) {
        var order = bob.places(yuan);
        assertThat(shop.callback(order, "T" + order.orderId(), "success")).isTrue();
        return order;
    }

    private void refunded(Order order, OptionalInt yuan) {
        assertThat(bob.refunds(order, yuan, Customer.ASKED_FOR)).isTrue();
    }

    private long balance(long user) {
        return shop.credits().balance(user).creditBalance();
    }

    private static Shop shop(Engine engine) {
        var shop = new Shop(new TestStore(engine));
        shop.addsToFirstRecharges(MoneyProof.FIRST_BONUS);
        return shop;
    }
}
