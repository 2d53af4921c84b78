package studio.mofang.server.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;
import studio.mofang.core.Publications.Pack;

/// The part of Douyin's open platform that hands a post over to the app on a phone: the app opens with
/// everything filled in, and the person presses publish there. Source: Douyin's share pages for H5.
final class DouyinApi {
    static final String NAME = "抖音";

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    /// What a phone still reads from a screen: a QR code of 145 squares a side (version 32, level L).
    static final int LONGEST_LINK = 1951;

    private static final String SCHEMA = "snssdk1128://openplatform/share";
    private static final Set<Integer> KEY_REFUSED = Set.of(10_003, 10_004, 10_013, 2_190_008, 10_008);
    private static final Set<Integer> BUSY = Set.of(28_001_005, 28_001_006, 28_003_018, 10_020);

    private final PlatformHttp http;
    private final HttpUrl base;

    DouyinApi(PlatformHttp http, String base) {
        this.http = http;
        this.base = HttpUrl.get(base);
    }

    /// An application's credentials.
    record App(String key, String secret) {
        @Override
        public String toString() {
            return "App[" + key + "]";
        }
    }

    /// Throws unless Douyin accepts the credentials.
    String clientToken(App app) throws PublishFailure {
        var body = Map.of("client_key", app.key(), "client_secret", app.secret(), "grant_type", "client_credential");
        var url = base.newBuilder().addPathSegments("oauth/client_token/").build();
        return text(checked(new Request.Builder().url(url).post(json(body)).build()), "access_token");
    }

    /// What opens the app, and under which number Douyin will tell of what became of it.
    record AppLink(String url, String shareId) {}

    /// Good for about two hours. Pictures and video are public https addresses.
    AppLink appLink(App app, Pack pack, List<String> pictures, @Nullable String video, Instant now)
            throws PublishFailure {
        var token = clientToken(app);
        var ticket = text(get("open/getticket/", token), "ticket");
        var share = text(get("share-id/", token), "share_id");
        var nonce = UUID.randomUUID().toString().replace("-", "");
        var timestamp = String.valueOf(now.getEpochSecond());
        // An address of a scheme of its own: HttpUrl only does the escaping.
        var query = new HttpUrl.Builder()
                .scheme("https")
                .host("openplatform")
                .addQueryParameter("share_type", "h5")
                .addQueryParameter("client_key", app.key())
                .addQueryParameter("nonce_str", nonce)
                .addQueryParameter("timestamp", timestamp)
                .addQueryParameter("signature", signature(nonce, ticket, timestamp))
                .addQueryParameter("state", share)
                .addQueryParameter("hashtag_list", written(pack.tags()));
        if (video != null) {
            query.addQueryParameter("video_path", video);
        } else {
            query.addQueryParameter("image_list_path", written(pictures));
        }
        query.addQueryParameter("share_to_publish", "1");
        return new AppLink(filled(query, new DouyinText(pack)), share);
    }

    private static String filled(HttpUrl.Builder query, DouyinText text) {
        var whole = written(query, text.whole());
        return whole.length() <= LONGEST_LINK ? whole : written(query, text.least());
    }

    private static String written(HttpUrl.Builder query, String text) {
        return SCHEMA + "?" + query.setQueryParameter("title", text).build().encodedQuery();
    }

    /// MD5 is what Douyin asks for; it guards nothing of ours.
    static String signature(String nonce, String ticket, String timestamp) {
        var text = "nonce_str=" + nonce + "&ticket=" + ticket + "&timestamp=" + timestamp;
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private JsonNode get(String path, String token) throws PublishFailure {
        var url = base.newBuilder()
                .addPathSegments(path)
                .addQueryParameter("need_callback", "true")
                .build();
        return checked(new Request.Builder()
                .url(url)
                .header("access-token", token)
                .header("Content-Type", "application/json")
                .build());
    }

    private JsonNode checked(Request request) throws PublishFailure {
        var data = http.json(NAME, request).path("data");
        int code = data.path("error_code").asInt(0);
        if (code == 0) {
            return data;
        }
        if (BUSY.contains(code)) {
            throw PublishFailure.later("抖音繁忙，请稍后再试");
        }
        var reason = KEY_REFUSED.contains(code)
                ? "Client Key 或 Client Secret 不对：请到抖音开放平台 → 控制台 → 应用详情 核对"
                : "抖音拒绝了请求：" + Quoted.words(data.path("description").asText(""));
        throw PublishFailure.refused(reason + "（抖音错误码 " + code + "）");
    }

    private static String text(JsonNode data, String field) throws PublishFailure {
        var text = data.path(field).asText("");
        if (text.isEmpty()) {
            throw PublishFailure.later("抖音的答复缺少 " + field + "，请稍后再试");
        }
        return text;
    }

    private static RequestBody json(Object body) {
        return RequestBody.create(written(body).getBytes(StandardCharsets.UTF_8), JSON);
    }

    private static String written(Object body) {
        try {
            return Json.shared().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a request to Douyin", e);
        }
    }
}
