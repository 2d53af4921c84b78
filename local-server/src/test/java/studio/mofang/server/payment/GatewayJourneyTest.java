package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.payment.Till.balance;
import static studio.mofang.server.payment.Till.status;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import studio.mofang.client.ApiException;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.server.payment.Till.Answer;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Mishap;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Order, QR code, notification or query, credit: what is the same at both providers. What is a provider's own is in
/// `AlipayJourneyTest` and `WechatPayJourneyTest`.
@ParameterizedClass
@MethodSource("studio.mofang.server.payment.Provider#onBothEngines")
class GatewayJourneyTest {
    private final Provider provider;
    private final TestServer server;
    private final TestUser user;

    GatewayJourneyTest(Engine engine, Provider provider) throws ApiException {
        this.provider = provider;
        server = Till.of(engine).server;
        user = server.newUser();
    }

    @Test
    void anOrderIsAQrCodeOfTheProvider() throws ApiException {
        var order = order();

        assertThat(order.paymentUrl()).startsWith(provider.code);
        assertThat(order.sandbox()).isFalse();
        assertThat(status(user, order)).isEqualTo("pending");
    }

    @Test
    void whereNobodyIsNotifiedLookingAtTheOrderSettlesIt() throws Exception {
        var order = order();
        assertThat(status(user, order)).isEqualTo("pending");
        provider.pay(order.orderId());

        server.clock().advance(Duration.ofSeconds(2));

        assertThat(status(user, order)).isEqualTo("paid");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void manyLooksWithinTwoSecondsAreOneQuestion() throws Exception {
        var order = order();
        long before = provider.calls(provider.asking);

        Crowd.of(8, () -> status(user, order));

        assertThat(provider.calls(provider.asking) - before).isBetween(1L, 2L);
    }

    @Test
    void aMembershipIsPaidTheSameWay() throws Exception {
        var order = Till.payments(user).buyMembership(new MembershipPurchase("monthly", provider.method, null));
        provider.pay(order.orderId());

        provider.notified(server, order.orderId());

        assertThat(status(user, order)).isEqualTo("paid");
    }

    @Test
    void theSameNotificationEightTimesAtOnceCreditsOnce() throws Exception {
        var order = order();
        provider.pay(order.orderId());

        var answers = Crowd.of(8, () -> provider.notified(server, order.orderId()));

        assertThat(answers).extracting(Answer::status).allMatch(status -> status < 300);
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void anUnknownOrderIsAnsweredSoThatTheProviderTriesAgain() throws Exception {
        var order = order();
        provider.pay(order.orderId());

        var answer = provider.notifiedOfAnother(server, order.orderId(), "R202601010000000");

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aNotificationBeforeTheCreateIsAnsweredCounts() throws Exception {
        provider.mishaps().beforeAnswer(provider.creating, () -> {
            var orderId = Till.lastOrder(user);
            provider.pay(orderId);
            Till.quietly(() -> provider.notified(server, orderId));
        });

        var order = order();

        assertThat(order.status()).isEqualTo("paid");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void whatTheProviderAnswersAmissLeavesTheOrderOpenAndSaysSo() throws Exception {
        for (var mishap : Mishap.values()) {
            var order = order();
            provider.pay(order.orderId());
            provider.mishaps().befall(order.orderId(), mishap);
            assertThat(status(user, order)).as(mishap.name()).isEqualTo("pending");

            server.clock().advance(Duration.ofSeconds(2));

            assertThat(status(user, order)).as(mishap.name()).isEqualTo("paid");
        }
    }

    @Test
    void anOrderThatWasTakenInSilenceIsGoneOnWithByTheSameKey() throws Exception {
        provider.mishaps().befall(provider.creating, Mishap.DONE_BUT_SILENT);
        var body = Map.of("amount", 10, "payment_method", provider.method);
        assertThatThrownBy(() -> user.client().post("credit/recharge", body, "again", Till.ORDER))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(40005));

        var order = user.client().post("credit/recharge", body, "again", Till.ORDER);

        assertThat(order.paymentUrl()).startsWith(provider.code);
        assertThat(Till.payments(user).rechargeOrders(1, 20).total()).isEqualTo(1);
    }

    @Test
    void anUnpaidOrderClosesAndMoneyThatCameInTheLastMomentCounts() throws Exception {
        var unpaid = order();
        var paid = order();
        server.clock().advance(Duration.ofMinutes(31));
        provider.begin(paid.orderId());
        provider.mishaps().beforeAnswer(paid.orderId(), () -> provider.pay(paid.orderId()));

        assertThat(status(user, paid)).isEqualTo("paid");
        assertThat(status(user, unpaid)).isEqualTo("closed");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void moneyForAClosedOrderIsGivenAndShownAsLate() throws Exception {
        var order = order();
        server.clock().advance(Duration.ofMinutes(31));
        assertThat(status(user, order)).isEqualTo("closed");
        provider.pay(order.orderId());

        assertThat(provider.notified(server, order.orderId()).status()).isLessThan(300);

        assertThat(status(user, order)).isEqualTo("paid_late");
        assertThat(balance(user)).isEqualTo(100);
    }

    private Order order() throws ApiException {
        return Till.recharge(user, provider.method, 10);
    }
}
