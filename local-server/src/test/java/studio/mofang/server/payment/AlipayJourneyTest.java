package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.payment.Till.ALIPAY;
import static studio.mofang.server.payment.Till.balance;
import static studio.mofang.server.payment.Till.status;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.server.payment.Till.Answer;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Mishap;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Order, QR code, notification or query, credit: at a fake that signs and verifies as Alipay does.
@ParameterizedClass
@EnumSource(Engine.class)
class AlipayJourneyTest {
    private static final String QUERY = "alipay.trade.query";

    private final TestServer server;
    private final TestUser user;

    AlipayJourneyTest(Engine engine) throws ApiException {
        server = Till.of(engine).server;
        user = server.newUser();
    }

    @Test
    void anOrderIsAQrCodeOfAlipayThatLivesAsLongAsTheOrder() throws ApiException {
        var order = order();

        assertThat(order.paymentUrl()).startsWith("https://qr.alipay.example/");
        assertThat(order.sandbox()).isFalse();
        assertThat(ALIPAY.expires(order.orderId()))
                .isEqualTo(BeijingTime.write(order.expiresAt()).replace('T', ' '));
        assertThat(status(user, order)).isEqualTo("pending");
    }

    @Test
    void aNotifiedPaymentCreditsAndIsAcknowledgedWithTheWordSuccess() throws Exception {
        var order = order();
        ALIPAY.pay(order.orderId());

        var answer = notified(ALIPAY.notification(order.orderId()));

        assertThat(answer).isEqualTo(new Answer(200, "success"));
        assertThat(balance(user)).isEqualTo(100);
        assertThat(status(user, order)).isEqualTo("paid");
    }

    @Test
    void whereNobodyIsNotifiedLookingAtTheOrderSettlesIt() throws Exception {
        var order = order();
        assertThat(status(user, order)).isEqualTo("pending");
        ALIPAY.pay(order.orderId());

        server.clock().advance(Duration.ofSeconds(2));

        assertThat(status(user, order)).isEqualTo("paid");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void manyLooksWithinTwoSecondsAreOneQuestionToAlipay() throws Exception {
        var order = order();
        long before = ALIPAY.calls(QUERY);

        Crowd.of(8, () -> status(user, order));

        assertThat(ALIPAY.calls(QUERY) - before).isBetween(1L, 2L);
    }

    @Test
    void aMembershipIsPaidTheSameWay() throws Exception {
        var order = Till.payments(user).buyMembership(new MembershipPurchase("monthly", "alipay", null));
        ALIPAY.pay(order.orderId());

        notified(ALIPAY.notification(order.orderId()));

        assertThat(status(user, order)).isEqualTo("paid");
    }

    @Test
    void theSameNotificationEightTimesAtOnceCreditsOnce() throws Exception {
        var order = order();
        ALIPAY.pay(order.orderId());
        var form = ALIPAY.notification(order.orderId());

        var answers = Crowd.of(8, () -> notified(form));

        assertThat(answers).extracting(Answer::text).containsOnly("success");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void aStateThatComesAfterALaterOneChangesNothing() throws Exception {
        var order = order();
        ALIPAY.pay(order.orderId());
        notified(ALIPAY.notification(order.orderId()));

        var earlier = notified(ALIPAY.notification(order.orderId(), Map.of("trade_status", "WAIT_BUYER_PAY")));
        var finished = notified(ALIPAY.notification(order.orderId(), Map.of("trade_status", "TRADE_FINISHED")));

        assertThat(earlier.text()).isEqualTo("success");
        assertThat(finished.text()).isEqualTo("success");
        assertThat(balance(user)).isEqualTo(100);
        assertThat(status(user, order)).isEqualTo("paid");
    }

    @Test
    void aForgedNotificationIsRefusedAndChangesNothing() throws Exception {
        var order = order();
        ALIPAY.scan(order.orderId());
        var genuine = ALIPAY.notification(order.orderId());

        assertRefused(401, ALIPAY.forged(order.orderId()));
        assertRefused(401, genuine.replace("WAIT_BUYER_PAY", "TRADE_SUCCESS"));
        assertRefused(401, genuine.replaceFirst("&sign=[^&]*", ""));
        assertRefused(401, "");
        assertRefused(401, "sign=x&sign_type=RSA2&out_trade_no=" + order.orderId());
        assertThat(status(user, order)).isEqualTo("pending");
        assertThat(balance(user)).isZero();
    }

    @Test
    void anotherAmountApplicationOrSellerIsNotCredited() throws Exception {
        var order = order();
        ALIPAY.scan(order.orderId());
        var paid = Map.of("trade_status", "TRADE_SUCCESS");

        assertRefused(400, ALIPAY.notification(order.orderId(), with(paid, "total_amount", "0.01")));
        assertRefused(400, ALIPAY.notification(order.orderId(), with(paid, "app_id", "2021009999999999")));
        assertRefused(400, ALIPAY.notification(order.orderId(), with(paid, "seller_id", "2088999999999999")));
        assertRefused(400, ALIPAY.notification(order.orderId(), with(paid, "total_amount", "ten")));
        assertThat(status(user, order)).isEqualTo("pending");
        assertThat(balance(user)).isZero();
    }

    @Test
    void anUnknownOrderIsAnsweredSoThatAlipayTriesAgain() throws Exception {
        var order = order();
        ALIPAY.pay(order.orderId());

        assertRefused(404, ALIPAY.notification(order.orderId(), Map.of("out_trade_no", "R202601010000000")));
    }

    @Test
    void aNotificationBeforeTheCreateIsAnsweredCounts() throws Exception {
        ALIPAY.mishaps().beforeAnswer("alipay.trade.precreate", () -> {
            var orderId = Till.lastOrder(user);
            ALIPAY.pay(orderId);
            Till.quietly(() -> notified(ALIPAY.notification(orderId)));
        });

        var order = order();

        assertThat(order.status()).isEqualTo("paid");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void whatAlipayAnswersAmissLeavesTheOrderOpenAndSaysSo() throws Exception {
        for (var mishap : Mishap.values()) {
            var order = order();
            ALIPAY.pay(order.orderId());
            ALIPAY.mishaps().befall(order.orderId(), mishap);
            assertThat(status(user, order)).as(mishap.name()).isEqualTo("pending");

            server.clock().advance(Duration.ofSeconds(2));

            assertThat(status(user, order)).as(mishap.name()).isEqualTo("paid");
        }
    }

    @Test
    void anOrderThatAlipayTookInSilenceIsGoneOnWithByTheSameKey() throws Exception {
        ALIPAY.mishaps().befall("alipay.trade.precreate", Mishap.DONE_BUT_SILENT);
        var body = Map.of("amount", 10, "payment_method", "alipay");
        assertThatThrownBy(() -> user.client().post("credit/recharge", body, "again", Till.ORDER))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(40005));

        var order = user.client().post("credit/recharge", body, "again", Till.ORDER);

        assertThat(order.paymentUrl()).startsWith("https://qr.alipay.example/");
        assertThat(Till.payments(user).rechargeOrders(1, 20).total()).isEqualTo(1);
    }

    @Test
    void anUnpaidOrderClosesAndMoneyThatCameInTheLastMomentCounts() throws Exception {
        var unpaid = order();
        var scanned = order();
        var paid = order();
        ALIPAY.scan(scanned.orderId());
        server.clock().advance(Duration.ofMinutes(31));
        ALIPAY.scan(paid.orderId());
        ALIPAY.mishaps().beforeAnswer(paid.orderId(), () -> ALIPAY.pay(paid.orderId()));

        assertThat(status(user, paid)).isEqualTo("paid");
        assertThat(status(user, unpaid)).isEqualTo("closed");
        assertThat(status(user, scanned)).isEqualTo("closed");
        assertThat(ALIPAY.status(scanned.orderId())).isEqualTo("TRADE_CLOSED");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void moneyForAClosedOrderIsGivenAndShownAsLate() throws Exception {
        var order = order();
        server.clock().advance(Duration.ofMinutes(31));
        assertThat(status(user, order)).isEqualTo("closed");
        ALIPAY.pay(order.orderId());

        assertThat(notified(ALIPAY.notification(order.orderId())).text()).isEqualTo("success");

        assertThat(status(user, order)).isEqualTo("paid_late");
        assertThat(balance(user)).isEqualTo(100);
    }

    private Order order() throws ApiException {
        return Till.recharge(user, "alipay", 10);
    }

    private Answer notified(String form) throws IOException {
        return Till.notifyAlipay(server, form);
    }

    private void assertRefused(int status, String form) throws IOException {
        var answer = notified(form);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("failure");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String text) {
        var all = new java.util.HashMap<>(fields);
        all.put(name, text);
        return all;
    }
}
