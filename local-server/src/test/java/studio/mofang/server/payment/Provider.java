package studio.mofang.server.payment;

import static studio.mofang.server.payment.Till.ALIPAY;
import static studio.mofang.server.payment.Till.WECHAT;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import studio.mofang.core.Money;
import studio.mofang.server.payment.Till.Answer;
import studio.mofang.server.testkit.BillBook;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Mishaps;
import studio.mofang.server.testkit.TestServer;

/// The fakes of the real providers, as far as the same can be asked of both.
enum Provider {
    ALIPAY_GATEWAY("alipay", "https://qr.alipay.example/", "alipay.trade.precreate", "alipay.trade.query") {
        @Override
        void begin(String orderId) {
            ALIPAY.scan(orderId);
        }

        @Override
        void pay(String orderId) {
            ALIPAY.pay(orderId);
        }

        @Override
        Answer notified(TestServer server, String orderId) throws IOException {
            return Till.notifyAlipay(server, ALIPAY.notification(orderId));
        }

        @Override
        Answer notifiedOfAnother(TestServer server, String orderId, String other) throws IOException {
            return Till.notifyAlipay(server, ALIPAY.notification(orderId, Map.of("out_trade_no", other)));
        }

        @Override
        String transaction(String orderId) {
            return ALIPAY.tradeNo(orderId);
        }

        @Override
        long refunded(String orderId) {
            return Money.of(new BigDecimal(ALIPAY.refunded(orderId))).fen();
        }

        @Override
        long calls(String kind) {
            return ALIPAY.calls(kind);
        }

        @Override
        long refundsSent() {
            return ALIPAY.calls("alipay.trade.refund");
        }

        @Override
        Mishaps mishaps() {
            return ALIPAY.mishaps();
        }

        @Override
        BillBook bills() {
            return ALIPAY.bills();
        }
    },
    WECHAT_PAY("wechat", "weixin://wxpay/bizpayurl?pr=", "prepay", "query") {
        /// There an order exists from its creation on.
        @Override
        void begin(String orderId) {}

        @Override
        void pay(String orderId) {
            WECHAT.pay(orderId);
        }

        @Override
        Answer notified(TestServer server, String orderId) throws IOException {
            return Till.notifyWechat(
                    server, WECHAT.notice(orderId, server.clock().instant()));
        }

        @Override
        Answer notifiedOfAnother(TestServer server, String orderId, String other) throws IOException {
            return Till.notifyWechat(
                    server, WECHAT.notice(orderId, server.clock().instant(), Map.of("out_trade_no", other)));
        }

        @Override
        String transaction(String orderId) {
            return WECHAT.transactionId(orderId);
        }

        @Override
        long refunded(String orderId) {
            return WECHAT.refunded(orderId);
        }

        @Override
        long calls(String kind) {
            return WECHAT.calls(kind);
        }

        @Override
        long refundsSent() {
            return WECHAT.calls("refund");
        }

        @Override
        Mishaps mishaps() {
            return WECHAT.mishaps();
        }

        @Override
        BillBook bills() {
            return WECHAT.bills();
        }
    };

    final String method;
    final String code;
    final String creating;
    final String asking;

    /// The payment method, how the content of its QR codes begins, and what its calls are named.
    Provider(String method, String code, String creating, String asking) {
        this.method = method;
        this.code = code;
        this.creating = creating;
        this.asking = asking;
    }

    /// Both providers on both engines.
    static Stream<Arguments> onBothEngines() {
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.of(values()).map(provider -> Arguments.of(engine, provider)));
    }

    /// The customer starts to pay.
    abstract void begin(String orderId);

    /// The customer has paid; nobody is told yet.
    abstract void pay(String orderId);

    /// Tells the server, genuinely, of an order as it stands.
    abstract Answer notified(TestServer server, String orderId) throws IOException;

    /// The same under another order's number.
    abstract Answer notifiedOfAnother(TestServer server, String orderId, String other) throws IOException;

    abstract String transaction(String orderId);

    /// In fen.
    abstract long refunded(String orderId);

    abstract long calls(String kind);

    abstract long refundsSent();

    abstract Mishaps mishaps();

    abstract BillBook bills();
}
