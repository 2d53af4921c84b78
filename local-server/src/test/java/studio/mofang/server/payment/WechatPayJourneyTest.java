package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.payment.Till.WECHAT;
import static studio.mofang.server.payment.Till.balance;
import static studio.mofang.server.payment.Till.status;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
import studio.mofang.server.testkit.WechatNotice;

/// What is WeChat Pay's own: its notices, at a fake that signs, encrypts and verifies as WeChat Pay does.
@ParameterizedClass
@EnumSource(Engine.class)
class WechatPayJourneyTest {
    private final TestServer server;
    private final TestUser user;

    WechatPayJourneyTest(Engine engine) throws ApiException {
        server = Till.of(engine).server;
        user = server.newUser();
    }

    @Test
    void theQrCodeLivesAsLongAsTheOrder() throws ApiException {
        var order = order();

        assertThat(WECHAT.expires(order.orderId())).isEqualTo(BeijingTime.write(order.expiresAt()) + "+08:00");
        assertThat(WECHAT.notifyUrl(order.orderId())).endsWith("/api/v1/credit/payment/notify/wechat");
    }

    @Test
    void aNotifiedPaymentCreditsAndIsAcknowledgedWithAnEmptyAnswer() throws Exception {
        var order = order();
        WECHAT.pay(order.orderId());

        var answer = notified(WECHAT.notice(order.orderId(), now()));

        assertThat(answer).isEqualTo(new Answer(204, ""));
        assertThat(balance(user)).isEqualTo(100);
        assertThat(status(user, order)).isEqualTo("paid");
    }

    @Test
    void aNoticeForgedChangedOldOrUnsignedIsRefusedAndChangesNothing() throws Exception {
        var order = order();
        WECHAT.pay(order.orderId());
        var genuine = WECHAT.notice(order.orderId(), now());

        assertRefused(401, WECHAT.forged(order.orderId(), now()));
        assertRefused(401, genuine.withBody(genuine.body() + " "));
        assertRefused(401, genuine.withBody(""));
        assertRefused(401, genuine.withBody("<html>"));
        assertRefused(401, genuine.without("Wechatpay-Signature"));
        assertRefused(401, genuine.without("Wechatpay-Timestamp"));
        assertRefused(401, genuine.with("Wechatpay-Serial", "PUB_KEY_ID_0000"));
        assertRefused(401, genuine.with("Wechatpay-Timestamp", "yesterday"));
        assertRefused(401, WECHAT.notice(order.orderId(), now().minus(Duration.ofMinutes(6))));
        assertRefused(401, WECHAT.notice(order.orderId(), now().plus(Duration.ofMinutes(6))));
        assertThat(balance(user)).isZero();
    }

    @Test
    void aProbeWithATestSignatureMustFail() throws Exception {
        var order = order();
        WECHAT.pay(order.orderId());
        var probe =
                WECHAT.notice(order.orderId(), now()).with("Wechatpay-Signature", "WECHATPAY/SIGNTEST/c2lnbmF0dXJl");

        assertRefused(401, probe);
        assertThat(balance(user)).isZero();
    }

    @Test
    void aNoticeOfFourMinutesAgoIsGoodAndReplayedItCreditsNothingMore() throws Exception {
        var order = order();
        WECHAT.pay(order.orderId());
        var notice = WECHAT.notice(order.orderId(), now().minus(Duration.ofMinutes(4)));

        assertThat(notified(notice).status()).isEqualTo(204);
        assertThat(notified(notice).status()).isEqualTo(204);
        server.clock().advance(Duration.ofMinutes(2));
        assertRefused(401, notice);
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void anotherAmountApplicationOrMerchantIsNotCredited() throws Exception {
        var order = order();
        WECHAT.pay(order.orderId());
        var cheap = Map.of("amount", Map.of("total", 1, "currency", "CNY"));
        var dollars = Map.of("amount", Map.of("total", 1000, "currency", "USD"));

        assertRefused(400, WECHAT.notice(order.orderId(), now(), cheap));
        assertRefused(400, WECHAT.notice(order.orderId(), now(), dollars));
        assertRefused(400, WECHAT.notice(order.orderId(), now(), Map.of("appid", "wx0000000000000000")));
        assertRefused(400, WECHAT.notice(order.orderId(), now(), Map.of("mchid", "1999999999")));
        assertThat(balance(user)).isZero();
    }

    @Test
    void aGenuineNoticeOfARefundIsAcknowledgedAndPaysNothing() throws Exception {
        var order = order();

        assertThat(notified(WECHAT.notice(order.orderId(), now(), "REFUND.SUCCESS"))
                        .status())
                .isEqualTo(204);
        assertRefused(
                401, WECHAT.notice(order.orderId(), now(), "REFUND.SUCCESS").withBody("{\"event_type\":\"X\"}"));
        assertThat(status(user, order)).isEqualTo("pending");
    }

    @Test
    void anUnpaidOrderIsClosedAtWechatToo() throws Exception {
        var unpaid = order();
        server.clock().advance(Duration.ofMinutes(31));

        assertThat(status(user, unpaid)).isEqualTo("closed");
        assertThat(WECHAT.status(unpaid.orderId())).isEqualTo("CLOSED");
    }

    private Order order() throws ApiException {
        return Till.recharge(user, "wechat", 10);
    }

    private Instant now() {
        return server.clock().instant();
    }

    private Answer notified(WechatNotice notice) throws IOException {
        return Till.notifyWechat(server, notice);
    }

    private void assertRefused(int status, WechatNotice notice) throws IOException {
        var answer = notified(notice);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains("\"code\":\"FAIL\"");
    }
}
