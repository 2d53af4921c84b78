package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.payment.Till.ALIPAY;
import static studio.mofang.server.payment.Till.WECHAT;
import static studio.mofang.server.payment.Till.balance;
import static studio.mofang.server.payment.Till.status;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Mishap;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Order, payment, refund at fakes of both providers: what goes back, what is taken back, and how often.
@ParameterizedClass
@EnumSource(Engine.class)
class RefundJourneyTest {
    private static final TypeReference<Refund> REFUND = new TypeReference<>() {};

    private final TestServer server;
    private final TestUser user;
    private final PaymentApi admin;
    private final TestUser adminUser;
    private final PaymentApi mine;

    RefundJourneyTest(Engine engine) throws ApiException {
        server = Till.of(engine).server;
        user = server.newUser();
        mine = Till.payments(user);
        adminUser = server.admin();
        admin = Till.payments(adminUser);
    }

    @Test
    void aWholeRefundSendsTheMoneyAndTakesTheCreditsBack() throws Exception {
        for (var method : new String[] {"alipay", "wechat"}) {
            var order = paid(method, 10);

            var refund = admin.refund(order.orderId(), new RefundWish(null, "重复购买"));

            assertThat(refund.status()).isEqualTo("done");
            assertThat(refund.amount()).isEqualTo(Money.yuan(10));
            assertThat(refund.creditsTaken()).isEqualTo(100);
            assertThat(refund.creditsOwed()).isZero();
            assertThat(refund.settledAt()).isNotNull();
            assertThat(refundedAt(method, order)).isEqualTo(1000);
            assertThat(balance(user)).isZero();
            var shown = mine.order(order.orderId());
            assertThat(shown.status()).isEqualTo("refunded");
            assertThat(shown.refundedAmount()).isEqualTo(Money.yuan(10));
            assertThat(mine.refunds(order.orderId())).containsExactly(refund);
        }
        var entry = new CreditApi(user.client()).transactions(1, 20).items().getFirst();
        assertThat(entry)
                .extracting(Transaction::type, Transaction::amount, Transaction::balanceAfter)
                .containsExactly("refund", -100L, 0L);
    }

    @Test
    void partsAddUpToTheWholeAndNeverToMore() throws Exception {
        var order = paid("alipay", 10);

        refund(order, "3.33");
        refund(order, "3.33");
        assertThat(status(user, order)).isEqualTo("paid");
        assertThat(mine.order(order.orderId()).refundedAmount()).isEqualTo(yuan("6.66"));
        assertInvalid("amount", () -> refund(order, "3.35"));
        assertInvalid("amount", () -> refund(order, "0"));
        assertInvalid("amount", () -> refund(order, "-1"));
        refund(order, "3.34");

        assertThat(status(user, order)).isEqualTo("refunded");
        assertThat(balance(user)).isZero();
        assertThat(refundedAt("alipay", order)).isEqualTo(1000);
        assertRefused(409, () -> refund(order, "0.01"));
        assertThat(mine.refunds(order.orderId()))
                .extracting(Refund::creditsTaken)
                .containsExactly(34L, 33L, 33L);
    }

    @Test
    void whatIsSpentIsOwedAndTheBalanceStaysAboveZero() throws Exception {
        var order = paid("alipay", 10);
        mine.buyMembership(new MembershipPurchase("monthly", "balance", null));

        var refund = admin.refund(order.orderId(), new RefundWish(null, "客户要求"));

        assertThat(refund.creditsTaken()).isEqualTo(1);
        assertThat(refund.creditsOwed()).isEqualTo(99);
        assertThat(balance(user)).isZero();
        assertThat(mine.order(order.orderId()).creditsOwed()).isEqualTo(99);
    }

    @Test
    void aMembershipThatJustBeganIsTakenBackWhole() throws Exception {
        var order = member("quarterly");

        var refund = admin.refund(order.orderId(), new RefundWish(null, "买错了"));

        assertThat(refund.membershipDaysTaken()).isBetween(88L, 92L);
        assertThat(refund.membershipDaysOwed()).isZero();
        assertThat(member()).isFalse();
    }

    @Test
    void ofAMembershipThatHasRunForHalfItsTimeHalfIsOwedAndLaterOnesMoveUp() throws Exception {
        var first = member("monthly");
        var second = member("monthly");
        var end = new CreditApi(user.client()).balance().membershipEndDate();
        server.clock().advance(Duration.ofDays(10));
        var later = server.signIn(user.tokens().user().username(), TestUser.PASSWORD);
        var root = Till.payments(server.admin());

        var refund = root.refund(first.orderId(), new RefundWish(null, "不想用了"));

        assertThat(refund.membershipDaysOwed()).isEqualTo(10);
        assertThat(refund.membershipDaysTaken()).isBetween(18L, 21L);
        var balance = new CreditApi(later.client()).balance();
        assertThat(balance.isMember()).isTrue();
        assertThat(Duration.between(balance.membershipEndDate(), end).toDays())
                .isBetween(refund.membershipDaysTaken() - 1, refund.membershipDaysTaken() + 1);
        var all = root.refund(second.orderId(), new RefundWish(null, "也不想用了"));
        assertThat(all.membershipDaysOwed()).isZero();
        assertThat(new CreditApi(later.client()).balance().isMember()).isFalse();
    }

    @Test
    void whatCreditsPaidGoesBackIntoTheBalance() throws Exception {
        paid("alipay", 10);
        var order = mine.buyMembership(new MembershipPurchase("monthly", "balance", null));

        var refund = admin.refund(order.orderId(), new RefundWish(null, "买错了"));

        assertThat(refund.status()).isEqualTo("done");
        assertThat(balance(user)).isEqualTo(100);
        assertThat(member()).isFalse();
        assertThat(status(user, order)).isEqualTo("refunded");
    }

    @Test
    void eightRequestsUnderOneKeyAreOneRefund() throws Exception {
        var order = paid("wechat", 10);
        var path = "credit/orders/" + order.orderId() + "/refund";
        var wish = new RefundWish(Money.yuan(4), "客户要求");

        var refunds = Crowd.of(8, () -> adminUser.client().post(path, wish, "one", REFUND));

        assertThat(refunds).containsOnly(refunds.getFirst());
        assertThat(refundedAt("wechat", order)).isEqualTo(400);
        assertThat(balance(user)).isEqualTo(60);
        assertRefused(409, () -> adminUser.client().post(path, new RefundWish(Money.yuan(5), "客户要求"), "one", REFUND));
    }

    @Test
    void eightDifferentRequestsAtOnceNeverSendMoreThanWasPaid() throws Exception {
        var order = paid("alipay", 10);

        Crowd.of(8, () -> attempt(order, "3"));

        assertThat(refundedAt("alipay", order)).isEqualTo(900);
        assertThat(balance(user)).isEqualTo(10);
    }

    @Test
    void aRefundThatWasSentInSilenceIsAskedAboutAndNotSentAgain() throws Exception {
        for (var method : new String[] {"alipay", "wechat"}) {
            var order = paid(method, 10);
            mishaps(method, order, Mishap.DONE_BUT_SILENT);
            long sent = sent(method);

            var refund = admin.refund(order.orderId(), new RefundWish(null, "客户要求"));
            assertThat(refund.status()).isEqualTo("pending");
            assertThat(status(user, order)).isEqualTo("paid");
            assertThat(balance(user)).as("taken back before the money goes").isZero();

            found(order, "refunded");
            assertThat(refundedAt(method, order)).isEqualTo(1000);
            assertThat(sent(method)).isEqualTo(sent + 1);
        }
    }

    @Test
    void aRefundThatNeverArrivedIsSentAgainUnderItsNumber() throws Exception {
        for (var mishap : new Mishap[] {Mishap.HTML, Mishap.SYSTEM_ERROR, Mishap.FORGED_ANSWER}) {
            var order = paid("alipay", 10);
            mishaps("alipay", order, mishap);
            assertThat(admin.refund(order.orderId(), new RefundWish(null, "客户要求"))
                            .status())
                    .isEqualTo("pending");

            found(order, "refunded");
            assertThat(refundedAt("alipay", order)).isEqualTo(1000);
        }
    }

    @Test
    void aRefundThatTakesItsTimeIsPendingUntilItsEnd() throws Exception {
        var order = paid("wechat", 10);
        WECHAT.refundsTakeTime(true);
        var refund = admin.refund(order.orderId(), new RefundWish(null, "客户要求"));
        WECHAT.refundsTakeTime(false);
        assertThat(refund.status()).isEqualTo("pending");

        WECHAT.refundsEnd("SUCCESS");

        found(order, "refunded");
    }

    @Test
    void whatTheGatewayRefusesInTheEndIsGivenBack() throws Exception {
        var order = paid("wechat", 10);
        WECHAT.refundsTakeTime(true);
        admin.refund(order.orderId(), new RefundWish(yuan("5"), "客户要求"));
        WECHAT.refundsTakeTime(false);
        assertThat(balance(user)).isEqualTo(50);

        WECHAT.refundsEnd("CLOSED");
        found(order, "paid");

        assertThat(balance(user)).isEqualTo(100);
        assertThat(mine.refunds(order.orderId()).getFirst().status()).isEqualTo("refused");
        assertThat(mine.refunds(order.orderId()).getFirst().creditsTaken()).isZero();
        assertThat(refund(order, "10").status()).isEqualTo("done");
        assertThat(balance(user)).isZero();
    }

    @Test
    void aMembershipIsGivenBackWholeWhenItsRefundIsRefusedAtOnce() throws Exception {
        var order = member("monthly");
        var before = new CreditApi(user.client()).balance().membershipEndDate();
        ALIPAY.refundElsewhere(order.orderId(), "9.00");

        assertThatThrownBy(() -> admin.refund(order.orderId(), new RefundWish(null, "客户要求")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(40005))
                .hasMessageContaining("拒绝退款");

        assertThat(member()).isTrue();
        assertThat(new CreditApi(user.client()).balance().membershipEndDate())
                .isBetween(before.minusSeconds(2), before.plusSeconds(5));
        assertThat(mine.order(order.orderId()).membershipDaysOwed()).isZero();
    }

    @Test
    void onlyAdminsSendMoneyBackAndOthersSeeOnlyTheirOwn() throws Exception {
        var order = paid("alipay", 10);
        var stranger = Till.payments(server.newUser());

        assertRefused(403, () -> mine.refund(order.orderId(), new RefundWish(null, "自己退")));
        assertRefused(40004, () -> stranger.refunds(order.orderId()));
        assertRefused(40004, () -> admin.refund("R202601010000000", new RefundWish(null, "没有")));
        assertRefused(40004, () -> admin.refund("x", new RefundWish(null, "没有")));
        assertInvalid("reason", () -> admin.refund(order.orderId(), new RefundWish(null, "")));
        assertThat(admin.refunds(order.orderId())).isEmpty();
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void anUnpaidOrderHasNothingToSendBack() throws Exception {
        var order = Till.recharge(user, "alipay", 10);

        assertRefused(409, () -> admin.refund(order.orderId(), new RefundWish(null, "没有付款")));
    }

    private Order paid(String method, long yuan) throws Exception {
        var order = Till.recharge(user, method, yuan);
        pay(method, order);
        assertThat(status(user, order)).isEqualTo("paid");
        return order;
    }

    private Order member(String plan) throws Exception {
        var order = mine.buyMembership(new MembershipPurchase(plan, "alipay", null));
        pay("alipay", order);
        assertThat(status(user, order)).isEqualTo("paid");
        return order;
    }

    private static void pay(String method, Order order) {
        if (method.equals("alipay")) {
            ALIPAY.pay(order.orderId());
        } else {
            WECHAT.pay(order.orderId());
        }
    }

    private static void mishaps(String method, Order order, Mishap mishap) {
        (method.equals("alipay") ? ALIPAY.mishaps() : WECHAT.mishaps()).befall(order.orderId(), mishap);
    }

    private static long sent(String method) {
        return method.equals("alipay") ? ALIPAY.calls("alipay.trade.refund") : WECHAT.calls("refund");
    }

    private static long refundedAt(String method, Order order) {
        return method.equals("alipay")
                ? Money.of(new BigDecimal(ALIPAY.refunded(order.orderId()))).fen()
                : WECHAT.refunded(order.orderId());
    }

    /// Somebody looks at the refund a moment later.
    private void found(Order order, String wanted) throws ApiException {
        server.clock().advance(Duration.ofSeconds(2));
        mine.refunds(order.orderId());
        assertThat(status(user, order)).isEqualTo(wanted);
    }

    private Refund refund(Order order, String amount) throws ApiException {
        return admin.refund(order.orderId(), new RefundWish(yuan(amount), "客户要求"));
    }

    private boolean attempt(Order order, String amount) throws ApiException {
        try {
            refund(order, amount);
            return true;
        } catch (ApiException e) {
            assertThat(e.code()).isEqualTo(400);
            return false;
        }
    }

    private boolean member() throws ApiException {
        return new CreditApi(user.client()).balance().isMember();
    }

    private static Money yuan(String amount) {
        return Money.of(new BigDecimal(amount));
    }

    private static void assertRefused(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void assertInvalid(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(400);
            assertThat(e.errors()).extracting("field").contains(field);
        });
    }
}
