package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestCallback;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class PaymentJourneyTest {
    private static final TypeReference<Order> ORDER = new TypeReference<>() {};

    private final TestServer server;
    private final TestUser user;
    private final PaymentApi payments;
    private final CreditApi credits;

    PaymentJourneyTest(Engine engine) throws ApiException {
        server = TestServer.shared(engine);
        user = server.newUser();
        payments = new PaymentApi(user.client());
        credits = new CreditApi(user.client());
    }

    @Test
    void aRechargeOrderIsWhatTheContractSays() throws ApiException {
        var order = payments.recharge(recharge("10.00", "alipay"));

        var today = BeijingTime.date(server.clock().instant()).toString().replace("-", "");
        assertThat(order.orderId()).matches("R" + today + "\\d{7,}");
        assertThat(order.amount()).isEqualTo(Money.yuan(10));
        assertThat(order.credits()).isEqualTo(100);
        assertThat(order.status()).isEqualTo("pending");
        assertThat(order.sandbox()).isTrue();
        assertThat(order.paymentUrl()).startsWith(server.url() + "/pay/" + order.orderId());
        assertThat(Duration.between(order.createdAt(), order.expiresAt())).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aPaidRechargeShowsInBalanceTransactionsAndOrder() throws Exception {
        var order = payments.recharge(recharge("12.50", "wechat"));

        pay(order);

        assertThat(credits.balance().creditBalance()).isEqualTo(125);
        var entry = credits.transactions(1, 20).items().getFirst();
        assertThat(entry)
                .extracting(Transaction::type, Transaction::amount, Transaction::balanceAfter, Transaction::description)
                .containsExactly("recharge", 125L, 125L, "充值12.5元");
        assertThat(entry.reference()).isEqualTo(order.orderId());
        var paid = payments.order(order.orderId());
        assertThat(paid.status()).isEqualTo("paid");
        assertThat(paid.paidAt()).isNotNull();
        assertThat(paid.paymentUrl()).isNull();
    }

    @Test
    void aPaidMembershipBeginsAtOnceAndTakesNoCredits() throws Exception {
        var order = payments.buyMembership(new MembershipPurchase("quarterly", "alipay", null));
        assertThat(order.orderId()).startsWith("M");
        assertThat(order.amount()).isEqualTo(new Money(2500));

        pay(order);

        var balance = credits.balance();
        assertThat(balance.isMember()).isTrue();
        assertThat(balance.membershipType()).isEqualTo("quarterly");
        assertThat(balance.membershipEndDate())
                .isBetween(now().plus(Duration.ofDays(88)), now().plus(Duration.ofDays(93)));
        assertThat(balance.creditBalance()).isZero();
    }

    @Test
    void theBalancePaysAMembershipAtOnce() throws Exception {
        pay(payments.recharge(recharge("10", "alipay")));

        var order = payments.buyMembership(new MembershipPurchase("monthly", "balance", null));

        assertThat(order.status()).isEqualTo("paid");
        assertThat(order.paymentUrl()).isNull();
        assertThat(order.sandbox()).isFalse();
        assertThat(credits.balance().creditBalance()).isEqualTo(1);
        assertThat(credits.balance().isMember()).isTrue();
        assertThat(credits.transactions(1, 20).items().getFirst().amount()).isEqualTo(-99);
    }

    @Test
    void aBalanceTooSmallForTheMembershipIsLeftAloneAndMakesNoOrder() throws ApiException {
        assertRefused(40001, () -> payments.buyMembership(new MembershipPurchase("yearly", "balance", null)));

        assertThat(payments.membershipOrders(1, 20).total()).isZero();
        assertThat(credits.balance().isMember()).isFalse();
    }

    @Test
    void eightPurchasesAtOnceTakeOnlyWhatTheBalanceHas() throws Exception {
        pay(payments.recharge(recharge("30", "alipay")));

        var bought = Crowd.of(8, this::buysMonth);

        assertThat(bought).filteredOn(Boolean::booleanValue).hasSize(3);
        assertThat(credits.balance().creditBalance()).isEqualTo(3);
        assertThat(payments.membershipOrders(1, 20).total()).isEqualTo(3);
    }

    @Test
    void theSameKeyMakesOneOrderAndOneAnswer() throws ApiException {
        var body = recharge("10", "alipay");

        var first = keyed("credit/recharge", body, "key-1");
        var again = keyed("credit/recharge", body, "key-1");

        assertThat(again).isEqualTo(first);
        assertThat(payments.rechargeOrders(1, 20).total()).isEqualTo(1);
        assertRefused(409, () -> keyed("credit/recharge", recharge("11", "alipay"), "key-1"));
    }

    @Test
    void theAnswerOfAKeyStaysWhatItWasAfterThePayment() throws Exception {
        var first = keyed("credit/recharge", recharge("10", "alipay"), "key-2");

        pay(first);

        assertThat(keyed("credit/recharge", recharge("10", "alipay"), "key-2")).isEqualTo(first);
    }

    @Test
    void eightRequestsAtOnceUnderOneKeyMakeOneOrder() throws Exception {
        pay(payments.recharge(recharge("100", "alipay")));
        var purchase = new MembershipPurchase("monthly", "balance", null);

        var recharges = Crowd.of(8, () -> keyed("credit/recharge", recharge("10", "wechat"), "key-3"));
        var memberships = Crowd.of(8, () -> keyed("credit/membership", purchase, "key-3"));

        assertThat(recharges)
                .extracting(Order::orderId)
                .containsOnly(recharges.getFirst().orderId());
        assertThat(memberships)
                .extracting(Order::orderId)
                .containsOnly(memberships.getFirst().orderId());
        assertThat(credits.balance().creditBalance()).isEqualTo(901);
    }

    @Test
    void whatIsWrongWithARechargeIsNamed() {
        assertInvalid("amount", () -> payments.recharge(recharge("0.99", "alipay")));
        assertInvalid("amount", () -> payments.recharge(recharge("50000.01", "alipay")));
        assertInvalid("amount", () -> payments.recharge(recharge("-10", "alipay")));
        assertInvalid("amount", () -> payments.recharge(new Recharge(null, "alipay", null)));
        assertInvalid("payment_method", () -> payments.recharge(recharge("10", "balance")));
        assertInvalid("payment_method", () -> payments.recharge(recharge("10", "cash")));
        assertInvalid("payment_method", () -> payments.recharge(new Recharge(Money.yuan(10), null, null)));
        assertInvalid("membership_type", () -> payments.buyMembership(new MembershipPurchase("daily", "alipay", null)));
    }

    @Test
    void anAmountOfMoreThanTwoDecimalsOrOfAnyOtherShapeIsRefused() {
        for (var amount : List.of("10.001", "1E600000000", "1E-600000000", "\"10\"", "true", "[]")) {
            var body = Map.of("amount", new RawValue(amount), "payment_method", "alipay");
            assertInvalid("amount", () -> user.client().post("credit/recharge", body, ORDER));
        }
    }

    @Test
    void theSmallestAndTheLargestRechargeAreAccepted() throws ApiException {
        assertThat(payments.recharge(recharge("1", "alipay")).credits()).isEqualTo(10);
        assertThat(payments.recharge(recharge("50000", "alipay")).credits()).isEqualTo(500_000);
        assertThat(payments.recharge(recharge("1.09", "alipay")).credits()).isEqualTo(10);
    }

    @Test
    void anUnknownCouponIsRefused() {
        assertRefused(40003, () -> payments.recharge(new Recharge(Money.yuan(10), "alipay", "DISCOUNT10")));
        assertRefused(40003, () -> payments.buyMembership(new MembershipPurchase("monthly", "alipay", "NONE")));
    }

    @Test
    void somebodyElsesOrdersAreNotThere() throws ApiException {
        var order = payments.recharge(recharge("10", "alipay"));
        var other = new PaymentApi(server.newUser().client());

        assertRefused(40004, () -> other.order(order.orderId()));
        assertRefused(40004, () -> payments.order("R202601010000000"));
        assertRefused(40004, () -> payments.order("' or 1=1"));
        assertThat(other.rechargeOrders(1, 20).total()).isZero();
    }

    @Test
    void ordersComeNewestFirstAndByKind() throws ApiException {
        var first = payments.recharge(recharge("1", "alipay"));
        var second = payments.recharge(recharge("2", "alipay"));
        var membership = payments.buyMembership(new MembershipPurchase("monthly", "wechat", null));

        var page = payments.rechargeOrders(1, 1);

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.items()).containsExactly(second);
        assertThat(payments.rechargeOrders(2, 1).items()).containsExactly(first);
        assertThat(payments.rechargeOrders(3, 1).items()).isEmpty();
        assertThat(payments.membershipOrders(1, 20).items()).containsExactly(membership);
        assertInvalid("page_size", () -> payments.rechargeOrders(1, 101));
        assertInvalid("page", () -> credits.transactions(0, 20));
    }

    @Test
    void transactionsComeNewestFirstInPages() throws Exception {
        for (int i = 1; i <= 3; i++) {
            pay(payments.recharge(recharge(String.valueOf(i), "alipay")));
        }

        var page = credits.transactions(1, 2);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.items()).extracting(Transaction::amount).containsExactly(30L, 20L);
        assertThat(page.items()).extracting(Transaction::balanceAfter).containsExactly(60L, 30L);
        assertThat(credits.transactions(2, 2).items())
                .extracting(Transaction::amount)
                .containsExactly(10L);
    }

    private boolean buysMonth() throws ApiException {
        try {
            payments.buyMembership(new MembershipPurchase("monthly", "balance", null));
            return true;
        } catch (ApiException e) {
            assertThat(e.code()).isEqualTo(40001);
            return false;
        }
    }

    private Order keyed(String path, Object body, String key) throws ApiException {
        return user.client().post(path, body, key, ORDER);
    }

    private void pay(Order order) throws Exception {
        var callback = new TestCallback(server.http(), server.url(), TestServer.CALLBACK_SECRET);
        var answer = callback.send(
                TestCallback.success(order, UUID.randomUUID().toString()),
                server.clock().instant());
        assertThat(answer.orderStatus()).isEqualTo("paid");
    }

    private Instant now() {
        return server.clock().instant();
    }

    private static Recharge recharge(String amount, String method) {
        return new Recharge(Money.of(new BigDecimal(amount)), method, null);
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
