package studio.mofang.server.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import studio.mofang.core.Json;

/// The calls of WeChat's official accounts that publishing needs. WeChat answers HTTP 200 to everything:
/// `errcode` says what it means. Access tokens are kept for their two hours; a refused one is renewed once
/// per call.
final class WechatApi {
    static final String NAME = "微信";

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final int MOST_ACCOUNTS = 10_000;

    private final PlatformHttp http;
    private final HttpUrl base;
    private final InstantSource clock;
    private final Cache<App, Token> tokens =
            Caffeine.newBuilder().maximumSize(MOST_ACCOUNTS).build();

    WechatApi(PlatformHttp http, String base, InstantSource clock) {
        this.http = http;
        this.base = HttpUrl.get(base);
        this.clock = clock;
    }

    /// An account's developer credentials.
    record App(String id, String secret) {
        @Override
        public String toString() {
            return "App[" + id + "]";
        }
    }

    private record Token(String text, Instant until) {}

    /// Throws unless WeChat accepts the credentials from this machine.
    void test(App app) throws PublishFailure {
        fresh(app, false);
    }

    /// The address of a picture for article bodies, of which WeChat keeps no other.
    String uploadForBody(App app, SentPicture picture) throws PublishFailure {
        var answer = call(app, "cgi-bin/media/uploadimg", Map.of(), multipart(picture));
        return text(answer, "url");
    }

    /// The media id of a picture in the account's library.
    String uploadCover(App app, SentPicture picture) throws PublishFailure {
        var answer = call(app, "cgi-bin/material/add_material", Map.of("type", "image"), multipart(picture));
        return text(answer, "media_id");
    }

    JsonNode post(App app, String path, Object body) throws PublishFailure {
        return call(app, path, Map.of(), json(body));
    }

    private JsonNode call(App app, String path, Map<String, String> query, RequestBody body) throws PublishFailure {
        var first = token(app);
        var answer = http.json(NAME, request(path, query, first, body));
        if (WechatErrors.tokenRefused(answer)) {
            answer = http.json(NAME, request(path, query, renewed(app, first), body));
        }
        if (WechatErrors.code(answer) != 0) {
            throw WechatErrors.failure(answer);
        }
        return answer;
    }

    private Request request(String path, Map<String, String> query, String token, RequestBody body) {
        var url = base.newBuilder().addPathSegments(path).addQueryParameter("access_token", token);
        query.forEach(url::addQueryParameter);
        return new Request.Builder().url(url.build()).post(body).build();
    }

    private String token(App app) throws PublishFailure {
        var kept = tokens.getIfPresent(app);
        return kept != null && clock.instant().isBefore(kept.until()) ? kept.text() : fresh(app, false);
    }

    /// WeChat hands out the same token while it believes in it; only then is another one forced, of which
    /// there are twenty a day.
    private String renewed(App app, String refused) throws PublishFailure {
        var next = fresh(app, false);
        return next.equals(refused) ? fresh(app, true) : next;
    }

    private String fresh(App app, boolean force) throws PublishFailure {
        var body = Map.of(
                "grant_type", "client_credential", "appid", app.id(), "secret", app.secret(), "force_refresh", force);
        var url = base.newBuilder().addPathSegments("cgi-bin/stable_token").build();
        var answer =
                http.json(NAME, new Request.Builder().url(url).post(json(body)).build());
        if (WechatErrors.code(answer) != 0) {
            throw WechatErrors.failure(answer);
        }
        var token = text(answer, "access_token");
        var life = Duration.ofSeconds(answer.path("expires_in").asLong(0)).minus(EARLY);
        tokens.put(app, new Token(token, clock.instant().plus(life)));
        return token;
    }

    private static String text(JsonNode answer, String field) throws PublishFailure {
        var text = answer.path(field).asText("");
        if (text.isEmpty()) {
            throw PublishFailure.unknown("微信的答复缺少 " + field);
        }
        return text;
    }

    private static RequestBody multipart(SentPicture picture) {
        return new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart(
                        "media",
                        picture.fileName(),
                        RequestBody.create(picture.bytes(), MediaType.get(picture.contentType())))
                .build();
    }

    /// WeChat shows `\\u` escapes as they are, so the text goes out as it is.
    private static RequestBody json(Object body) {
        try {
            return RequestBody.create(Json.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8), JSON);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a request to WeChat", e);
        }
    }
}
