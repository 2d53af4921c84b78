package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
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
import studio.mofang.core.Payments.Order;
import studio.mofang.server.payment.Till.Answer;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// What is Alipay's own: its notifications, at a fake that signs and verifies as Alipay does.
@ParameterizedClass
@EnumSource(Engine.class)
class AlipayJourneyTest {
    private final TestServer server;
    private final TestUser user;

    AlipayJourneyTest(Engine engine) throws ApiException {
        server = Till.of(engine).server;
        user = server.newUser();
    }

    @Test
    void theQrCodeLivesAsLongAsTheOrder() throws ApiException {
        var order = order();

        assertThat(ALIPAY.expires(order.orderId()))
                .isEqualTo(BeijingTime.write(order.expiresAt()).replace('T', ' '));
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
    void aNotificationWithAWeakerSignatureThanAgreedIsRefused() throws Exception {
        var order = order();
        ALIPAY.pay(order.orderId());

        assertRefused(401, ALIPAY.signedOfOld(order.orderId()));
        assertRefused(401, ALIPAY.notification(order.orderId()).replace("&sign_type=RSA2", ""));
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
    void anOrderThatWasScannedAndNotPaidIsClosedAtAlipayToo() throws Exception {
        var scanned = order();
        ALIPAY.scan(scanned.orderId());
        server.clock().advance(Duration.ofMinutes(31));

        assertThat(status(user, scanned)).isEqualTo("closed");
        assertThat(ALIPAY.status(scanned.orderId())).isEqualTo("TRADE_CLOSED");
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
