package studio.mofang.server.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import studio.mofang.core.Json;

/// A notification of WeChat Pay: an envelope with an encrypted resource, and the headers that sign it.
public record WechatNotice(String body, Map<String, String> headers) {
    private static final String ASSOCIATED = "transaction";
    private static final int TAG_BITS = 128;

    static WechatNotice of(String resource, String event, String apiV3Key) {
        var nonce = UUID.randomUUID().toString().substring(0, 12);
        var envelope = Json.shared()
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("create_time", "2026-11-22T12:00:00+08:00")
                .put("event_type", event)
                .put("resource_type", "encrypt-resource")
                .put("summary", "支付成功");
        envelope.putObject("resource")
                .put("original_type", "transaction")
                .put("algorithm", "AEAD_AES_256_GCM")
                .put("ciphertext", encrypted(resource, nonce, apiV3Key))
                .put("associated_data", ASSOCIATED)
                .put("nonce", nonce);
        return new WechatNotice(envelope.toString(), Map.of());
    }

    WechatNotice signed(Instant now, String serial, KeyPair signer) {
        var timestamp = String.valueOf(now.getEpochSecond());
        var nonce = UUID.randomUUID().toString().replace("-", "");
        var signature = TestKeys.sign(timestamp + "\n" + nonce + "\n" + body + "\n", signer.getPrivate());
        return new WechatNotice(
                body,
                Map.of(
                        "Wechatpay-Timestamp", timestamp,
                        "Wechatpay-Nonce", nonce,
                        "Wechatpay-Serial", serial,
                        "Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048",
                        "Wechatpay-Signature", signature));
    }

    /// With one header otherwise.
    public WechatNotice with(String header, String content) {
        var changed = new TreeMap<>(headers);
        changed.put(header, content);
        return new WechatNotice(body, changed);
    }

    public WechatNotice without(String header) {
        var fewer = new TreeMap<>(headers);
        fewer.remove(header);
        return new WechatNotice(body, fewer);
    }

    public WechatNotice withBody(String other) {
        return new WechatNotice(other, headers);
    }

    private static String encrypted(String text, String nonce, String key) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(ASSOCIATED.getBytes(StandardCharsets.UTF_8));
            return TestKeys.base64(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
