package studio.mofang.server.media;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Addresses that prove themselves: whoever has one may read that one file until its time is over, a browser or a
/// publishing platform included. They change once an hour, so that what has been fetched stays in caches.
final class MediaLinks {
    /// The least that an address is good for.
    static final Duration LIFE = Duration.ofHours(24);

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;
    private final Supplier<String> address;
    private final InstantSource clock;

    /// `address` is where others reach this server.
    MediaLinks(byte[] secret, Supplier<String> address, InstantSource clock) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
        this.address = address;
        this.clock = clock;
    }

    Instant until() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(LIFE).plus(Duration.ofHours(1));
    }

    String url(UUID id, Instant until) {
        long expires = until.getEpochSecond();
        return address.get() + "/api/v1/media/" + id + "?expires=" + expires + "&signature=" + signature(id, expires);
    }

    boolean genuine(UUID id, long expires, String signature) {
        boolean signed = MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8),
                signature(id, expires).getBytes(StandardCharsets.UTF_8));
        return signed && clock.instant().getEpochSecond() < expires;
    }

    private String signature(UUID id, long expires) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            var proof = mac.doFinal(("media|" + id + "|" + expires).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
