package studio.mofang.server.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves that whoever opens the payment page of an order was given its address. An HMAC of the order's number: good
/// for paying exactly as long as the order is open.
final class PageToken {
    private final SecretKeySpec secret;

    PageToken(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    String of(String orderId) {
        try {
            var mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            var proof = mac.doFinal(("pay-page|" + orderId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    boolean genuine(String token, String orderId) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), of(orderId).getBytes(StandardCharsets.UTF_8));
    }
}
