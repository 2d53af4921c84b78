package studio.mofang.server.payment;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.mofang.core.Fault;
import studio.mofang.core.Json;
import studio.mofang.core.Money;
import studio.mofang.server.payment.PaymentMessage.Source;
import studio.mofang.server.payment.Settlement.Outcome;
import studio.mofang.server.payment.Settlement.Settled;
import studio.mofang.server.web.Problem;

/// WeChat Pay's notification: signed over its raw body, encrypted within, good for five minutes. The SDK verifies and
/// decrypts; the time it does not check, and the probes with false signatures (`WECHATPAY/SIGNTEST/`) must fail.
final class WechatNotify {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PROBE = "WECHATPAY/SIGNTEST/";

    private final WechatMerchant merchant;
    private final Settlement settlement;
    private final InstantSource clock;
    private final NotificationParser parser;

    WechatNotify(WechatMerchant merchant, RSAPublicKeyConfig config, Settlement settlement, InstantSource clock) {
        this.merchant = merchant;
        this.settlement = settlement;
        this.clock = clock;
        parser = new NotificationParser(config);
    }

    /// Returns once what came of it has reached the disk. Throws Problem, and keeps nothing, when WeChat Pay did not
    /// send it, or not now.
    Settled receive(Function<String, Optional<String>> header, byte[] body) {
        requireFresh(needed(header, "Wechatpay-Timestamp"));
        if (!aboutATransaction(body)) {
            parsed(param(header, body), Map.class);
            return new Settled(Outcome.NOT_SUCCESSFUL, Optional.empty());
        }
        var transaction = parsed(param(header, body), Transaction.class);
        var message = message(transaction, body);
        return ours(transaction) ? settlement.settle(message) : settlement.keep(message, Outcome.OTHER_MERCHANT);
    }

    private static RequestParam param(Function<String, Optional<String>> header, byte[] body) {
        var signature = needed(header, "Wechatpay-Signature");
        if (signature.startsWith(PROBE)) {
            throw refused();
        }
        return new RequestParam.Builder()
                .serialNumber(needed(header, "Wechatpay-Serial"))
                .nonce(needed(header, "Wechatpay-Nonce"))
                .timestamp(needed(header, "Wechatpay-Timestamp"))
                .signature(signature)
                .signType(header.apply("Wechatpay-Signature-Type").orElse("WECHATPAY2-SHA256-RSA2048"))
                .body(new String(body, StandardCharsets.UTF_8))
                .build();
    }

    /// Refunds are told of as well where the merchant has asked for it; they are asked about, not listened to.
    private static boolean aboutATransaction(byte[] body) {
        try {
            var event = Json.shared().readTree(body).path("event_type").asText();
            return event.isEmpty() || event.startsWith("TRANSACTION.");
        } catch (IOException _) {
            return true; // Whatever it is, it will not pass for genuine.
        }
    }

    private <T> T parsed(RequestParam param, Class<T> type) {
        try {
            var content = parser.parse(param, type);
            if (content == null) {
                throw refused();
            }
            return content;
        } catch (WechatPayException | JsonParseException | IllegalArgumentException | NullPointerException e) {
            // The SDK throws the last of them where `associated_data` is missing.
            throw new Problem(Fault.UNAUTHENTICATED, "微信支付通知的签名或内容无效", e);
        }
    }

    private boolean ours(Transaction transaction) {
        return merchant.merchantId().equals(transaction.getMchid())
                && merchant.appId().equals(transaction.getAppid());
    }

    private void requireFresh(String timestamp) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
                throw refused();
            }
        } catch (NumberFormatException | java.time.DateTimeException e) {
            throw new Problem(Fault.UNAUTHENTICATED, "微信支付通知的时间无效", e);
        }
    }

    private static PaymentMessage message(Transaction transaction, byte[] body) {
        boolean success = transaction.getTradeState() == Transaction.TradeStateEnum.SUCCESS;
        var number = transaction.getOutTradeNo();
        var id = transaction.getTransactionId();
        var paid = transaction.getAmount();
        boolean inYuan = paid != null && paid.getTotal() != null && "CNY".equals(paid.getCurrency());
        if (number == null || success && (id == null || !inYuan)) {
            throw new Problem(Fault.BAD_REQUEST, "微信支付通知缺少订单号、交易号或人民币金额");
        }
        var amount = inYuan ? new Money(paid.getTotal()) : null;
        return new PaymentMessage(
                Source.NOTIFY, WechatPayGateway.NAME, number, id == null ? "" : id, success, amount, body);
    }

    private static String needed(Function<String, Optional<String>> header, String name) {
        return header.apply(name).orElseThrow(WechatNotify::refused);
    }

    private static Problem refused() {
        return new Problem(Fault.UNAUTHENTICATED, "微信支付通知的签名缺失、无效或已过期");
    }
}
