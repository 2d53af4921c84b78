package studio.mofang.server.payment;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import studio.mofang.core.Fault;
import studio.mofang.server.payment.PaymentMessage.Source;
import studio.mofang.server.payment.Settlement.Outcome;
import studio.mofang.server.payment.Settlement.Settled;
import studio.mofang.server.web.Problem;

/// Alipay's asynchronous notification, a signed form. Its signature carries no time, so a repetition of an old one is
/// genuine; settlement makes it harmless.
final class AlipayNotify {
    /// What merchants agree on with Alipay today. The older `RSA` is SHA-1: whoever can forge that must not get to
    /// choose it.
    private static final String SIGN_TYPE = "RSA2";

    private static final Set<String> PAID = Set.of("TRADE_SUCCESS", "TRADE_FINISHED");

    private final AlipayMerchant merchant;
    private final Settlement settlement;

    AlipayNotify(AlipayMerchant merchant, Settlement settlement) {
        this.merchant = merchant;
        this.settlement = settlement;
    }

    /// Returns once what came of it has reached the disk. Throws Problem, and keeps nothing, when Alipay did not send
    /// it.
    Settled receive(byte[] body) {
        var fields = fields(body);
        if (!genuine(fields)) {
            throw new Problem(Fault.UNAUTHENTICATED, "支付宝通知的签名无效");
        }
        var message = message(fields, body);
        return ours(fields) ? settlement.settle(message) : settlement.keep(message, Outcome.OTHER_MERCHANT);
    }

    private boolean genuine(Map<String, String> fields) {
        if (!SIGN_TYPE.equals(fields.get("sign_type"))) {
            return false;
        }
        try {
            // The SDK takes `sign` and `sign_type` out of the map that it is given.
            return AlipaySignature.rsaCheckV1(
                    new HashMap<>(fields), merchant.publicKey(), StandardCharsets.UTF_8.name(), SIGN_TYPE);
        } catch (AlipayApiException | RuntimeException _) { // What cannot even be checked is not genuine.
            return false;
        }
    }

    private boolean ours(Map<String, String> fields) {
        return merchant.appId().equals(fields.get("app_id"))
                && merchant.sellerId().equals(fields.get("seller_id"));
    }

    private static PaymentMessage message(Map<String, String> fields, byte[] body) {
        try {
            return new PaymentMessage(
                    Source.NOTIFY,
                    AlipayGateway.NAME,
                    named(fields, "out_trade_no"),
                    named(fields, "trade_no"),
                    PAID.contains(named(fields, "trade_status")),
                    AlipayGateway.money(fields.get("total_amount")),
                    body);
        } catch (GatewayException e) {
            throw new Problem(Fault.BAD_REQUEST, "支付宝通知的金额无法识别", e);
        }
    }

    private static String named(Map<String, String> fields, String name) {
        var text = fields.getOrDefault(name, "");
        if (text.isEmpty() || text.length() > 64) {
            throw new Problem(Fault.BAD_REQUEST, "支付宝通知缺少 " + name);
        }
        return text;
    }

    private static Map<String, String> fields(byte[] body) {
        var fields = new HashMap<String, String>();
        for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(Fault.BAD_REQUEST, "支付宝通知不是有效的表单", e);
        }
    }
}
