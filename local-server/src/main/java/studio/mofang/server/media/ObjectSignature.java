package studio.mofang.server.media;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;

/// AWS Signature Version 4 for one request without a query, as S3 and everything that speaks like it expects it.
/// Source: "Authenticating Requests: Using the Authorization Header", Amazon S3 API reference.
final class ObjectSignature {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int DATE = 8;

    private final Bucket bucket;
    private final String stamp;

    ObjectSignature(Bucket bucket, Instant now) {
        this.bucket = bucket;
        this.stamp = STAMP.format(now);
    }

    /// The headers to send, `Authorization` among them. `headers` are further ones to sign, by lower-case name.
    SortedMap<String, String> headers(
            String method, HttpUrl url, String payloadHash, SortedMap<String, String> headers) {
        var signed = new TreeMap<>(headers);
        signed.put("host", host(url));
        signed.put("x-amz-content-sha256", payloadHash);
        signed.put("x-amz-date", stamp);
        var names = String.join(";", signed.keySet());
        var canonical = String.join("\n", method, url.encodedPath(), "", lines(signed), names, payloadHash);
        var scope = stamp.substring(0, DATE) + "/" + bucket.region() + "/s3/aws4_request";
        var toSign = String.join("\n", ALGORITHM, stamp, scope, hash(canonical));
        var signature = HexFormat.of().formatHex(mac(key(), toSign));
        signed.put(
                "authorization",
                ALGORITHM + " Credential=" + bucket.accessKey() + "/" + scope + ",SignedHeaders=" + names
                        + ",Signature=" + signature);
        return signed;
    }

    private byte[] key() {
        var start = ("AWS4" + bucket.secretKey()).getBytes(StandardCharsets.UTF_8);
        var day = mac(start, stamp.substring(0, DATE));
        return mac(mac(mac(day, bucket.region()), "s3"), "aws4_request");
    }

    private static String host(HttpUrl url) {
        boolean standard = url.port() == HttpUrl.defaultPort(url.scheme());
        return standard ? url.host() : url.host() + ":" + url.port();
    }

    private static String lines(SortedMap<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
