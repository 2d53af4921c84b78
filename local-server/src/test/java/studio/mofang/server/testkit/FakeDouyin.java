package studio.mofang.server.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import studio.mofang.core.Json;

/// The part of Douyin's open platform that hands a post to the app.
public final class FakeDouyin extends FakePlatform {
    public static final String KEY = "aw1234567890";
    public static final String SECRET = "canary-douyin-secret-77aa";
    public static final String TICKET = "ticket-of-the-hour";

    private final AtomicInteger shares = new AtomicInteger();

    /// What Douyin posts to a webhook once a shared video is out, its content as text in the text as the real one does.
    public static String created(String shareId, String videoId) {
        var content =
                "{\\\"share_id\\\":\\\"%s\\\",\\\"item_id\\\":\\\"@9Vw\\\",\\\"video_id\\\":\\\"%s\\\",\\\"has_default_hashtag\\\":false}"
                        .formatted(shareId, videoId);
        return "{\"event\":\"create_video\",\"from_user_id\":\"open-1\",\"to_user_id\":\"\",\"client_key\":\"%s\",\"content\":\"%s\",\"log_id\":\"2026\"}"
                .formatted(KEY, content);
    }

    /// `X-Douyin-Signature` of a body.
    public static String signature(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest((SECRET + body).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The number of the last share.
    public String lastShare() {
        return "share-" + shares.get();
    }

    @Override
    protected String answer(Asked asked) {
        try {
            return Json.shared().writeValueAsString(reply(asked));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object reply(Asked asked) throws JsonProcessingException {
        return switch (asked.path()) {
            case "/oauth/client_token/" -> token(asked);
            case "/open/getticket/" -> data(Map.of("ticket", TICKET, "expires_in", 7200));
            case "/share-id/" -> data(Map.of("share_id", "share-" + shares.incrementAndGet()));
            default -> error(28_001_007, asked.path());
        };
    }

    private static Object token(Asked asked) throws JsonProcessingException {
        var body = Json.shared().readTree(asked.text());
        boolean right = body.path("client_key").asText().equals(KEY)
                && body.path("client_secret").asText().equals(SECRET)
                && body.path("grant_type").asText().equals("client_credential");
        return right
                ? data(Map.of("access_token", "canary-clt.1", "expires_in", 7200))
                : error(10_003, "client_secret " + body.path("client_secret").asText());
    }

    private static Map<String, Object> data(Map<String, Object> fields) {
        var data = new java.util.HashMap<>(fields);
        data.put("error_code", 0);
        data.put("description", "");
        return Map.of("data", data, "message", "success");
    }

    private static Map<String, Object> error(int code, String words) {
        return Map.of("data", Map.of("error_code", code, "description", words), "message", "error");
    }
}
