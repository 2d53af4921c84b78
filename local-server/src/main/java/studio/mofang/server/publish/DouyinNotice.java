package studio.mofang.server.publish;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import studio.mofang.core.Json;

/// What Douyin's webhook brings: an event and its content, as an object or as the text of one. Source: the
/// open platform's pages on webhooks and on the event `create_video`.
record DouyinNotice(String event, JsonNode content) {
    /// Douyin asks whether the address is meant.
    static final String VERIFY = "verify_webhook";

    static final String PUBLISHED = "create_video";

    /// Whole or not at all: the signature is a bare SHA-1, to which anybody may append.
    private static final ObjectReader STRICT =
            Json.shared().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// Empty for what is none.
    static Optional<DouyinNotice> read(byte[] body) {
        try {
            var whole = STRICT.readTree(body);
            var content = whole.path("content");
            return Optional.of(new DouyinNotice(
                    whole.path("event").asText(""), content.isTextual() ? STRICT.readTree(content.asText()) : content));
        } catch (IOException _) {
            // Not JSON: answered like any other nonsense.
            return Optional.empty();
        }
    }

    /// `X-Douyin-Signature` is the SHA-1 of the application's secret and the body, as hexadecimal digits.
    static boolean genuine(byte[] body, String signature, String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(secret.getBytes(StandardCharsets.UTF_8));
            var expected = HexFormat.of().formatHex(digest.digest(body));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.US_ASCII),
                    signature.strip().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    String shareId() {
        return content.path("share_id").asText("");
    }

    /// Of the video for everybody; `item_id` is only good for Douyin's own interfaces.
    Optional<String> link() {
        var id = content.path("video_id").asText("");
        return id.matches("\\d{1,32}") ? Optional.of("https://www.douyin.com/video/" + id) : Optional.empty();
    }
}
