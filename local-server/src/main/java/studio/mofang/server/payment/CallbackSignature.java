package studio.mofang.server.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `X-Signature` of the documented callback: `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`, good for five
/// minutes.
final class CallbackSignature {
    static final String HEADER = "X-Signature";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),\\s*v1=([0-9a-fA-F]{64})");

    private final SecretKeySpec secret;
    private final InstantSource clock;

    CallbackSignature(byte[] secret, InstantSource clock) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
        this.clock = clock;
    }

    String sign(byte[] body) {
        var seconds = String.valueOf(clock.instant().getEpochSecond());
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(seconds, body));
    }

    boolean genuine(String header, byte[] body) {
        var parts = FORM.matcher(header);
        if (!parts.matches()) {
            return false;
        }
        var signedAt = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        boolean fresh = Duration.between(signedAt, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
        var given = HexFormat.of().parseHex(parts.group(2));
        return MessageDigest.isEqual(given, hmac(parts.group(1), body)) && fresh;
    }

    private byte[] hmac(String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
