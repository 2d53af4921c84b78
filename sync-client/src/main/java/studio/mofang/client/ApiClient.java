package studio.mofang.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.ApiException.Details;
import studio.mofang.core.Envelope;
import studio.mofang.core.Json;

/// Sends one call and opens its envelope. Blocking; every failure is an ApiException. A POST carries an
/// `Idempotency-Key`, so that whoever repeats it with the same key cannot do it twice.
public final class ApiClient {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType BYTES = MediaType.get("application/octet-stream");
    private static final int UNAUTHENTICATED = 401;
    private static final Duration PINGS = Duration.ofSeconds(20);

    private final JsonMapper json = Json.shared();
    private final OkHttpClient http;
    private final HttpUrl base;
    private final Bearer bearer;

    /// `base` is the server's root, without `/api/v1`.
    public ApiClient(OkHttpClient http, String base, Bearer bearer) {
        this.http = http.newBuilder().socketFactory(PromptSockets.SHARED).build();
        this.base = HttpUrl.get(base).newBuilder().encodedPath("/api/v1/").build();
        this.bearer = bearer;
    }

    public <T> T get(String path, Map<String, ?> query, TypeReference<T> type) throws ApiException {
        return send(request(path, query).get(), type);
    }

    public <T> T post(String path, Object body, TypeReference<T> type) throws ApiException {
        return post(path, body, newKey(), type);
    }

    /// For whoever may repeat the call: the same key has the same effect once.
    public <T> T post(String path, Object body, String idempotencyKey, TypeReference<T> type) throws ApiException {
        return send(
                request(path, Map.of())
                        .header("Idempotency-Key", idempotencyKey)
                        .post(written(body)),
                type);
    }

    public <T> T put(String path, Object body, TypeReference<T> type) throws ApiException {
        return send(request(path, Map.of()).put(written(body)), type);
    }

    public <T> T delete(String path, TypeReference<T> type) throws ApiException {
        return delete(path, Map.of(), type);
    }

    public <T> T delete(String path, Map<String, ?> query, TypeReference<T> type) throws ApiException {
        return send(request(path, query).delete(), type);
    }

    /// The bytes of an answer that has no envelope: an export, a picture.
    public byte[] bytes(String path, Map<String, ?> query) throws ApiException {
        try (var response = answered(request(path, query).get())) {
            var body = response.body().bytes();
            if (!response.isSuccessful()) {
                throw refusal(response.code(), new String(body, java.nio.charset.StandardCharsets.UTF_8));
            }
            return body;
        } catch (IOException e) {
            throw ApiException.unreachable(e);
        }
    }

    /// A file as the body of a POST.
    <T> T upload(String path, byte[] content, TypeReference<T> type) throws ApiException {
        var request =
                request(path, Map.of()).header("Idempotency-Key", newKey()).post(RequestBody.create(content, BYTES));
        return send(request, type);
    }

    /// The bytes under an address that proves itself: it is asked without the bearer, which is none of its
    /// business.
    byte[] fetch(String url) throws ApiException {
        try (var response = http.newCall(new Request.Builder().url(url).build()).execute()) {
            var body = response.body().bytes();
            if (!response.isSuccessful()) {
                throw refusal(response.code(), new String(body, java.nio.charset.StandardCharsets.UTF_8));
            }
            return body;
        } catch (IOException e) {
            throw ApiException.unreachable(e);
        }
    }

    /// Starts a generation whose text comes in pieces; the caller runs it with `EventStream.run`.
    EventStream stream(String path, Object body) {
        return new EventStream(this, eventCall(path, body));
    }

    /// Starts a generation whose answer comes whole; the caller runs it with `LongCall.run`.
    <T> LongCall<T> longCall(String path, Object body, TypeReference<Envelope<T>> type) {
        return new LongCall<>(this, eventCall(path, body), type);
    }

    /// A WebSocket; the bearer goes in the header of its handshake. A line that died without a word is noticed by a
    /// ping that nobody answers.
    TaskStream socket(String path, TaskStream.Listener listener) {
        var lasting = http.newBuilder().pingInterval(PINGS).build();
        return new TaskStream(this, lasting, authorised(request(path, Map.of()), bearer.token()), listener);
    }

    private Call eventCall(String path, Object body) {
        var request = request(path, Map.of())
                .header("Idempotency-Key", newKey())
                .header("Accept", "text/event-stream")
                .post(written(body));
        return http.newCall(authorised(request, bearer.token()));
    }

    static String newKey() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    <T> T read(String text, TypeReference<T> type) throws IOException {
        return json.readValue(text, type);
    }

    /// What a refused call says, also when something on the way answered instead of the server.
    ApiException refusal(int status, String body) {
        try {
            JsonNode envelope = json.readTree(body);
            if (envelope != null && envelope.path("code").isInt()) {
                return refusal(status, envelope);
            }
        } catch (JsonProcessingException _) {
            // Not our server's envelope: a proxy's page. The status below tells all there is to tell.
        }
        return new ApiException(status, status, "服务器返回了意外的内容（HTTP " + status + "）", Details.NONE);
    }

    private ApiException refusal(int status, JsonNode envelope) {
        var errors = envelope.path("data").path("errors");
        List<Envelope.FieldError> fields =
                errors.isArray() ? json.convertValue(errors, new TypeReference<>() {}) : List.of();
        var details = new Details(
                envelope.path("request_id").asText(null),
                envelope.path("data").path("reason").asText(null),
                fields);
        return new ApiException(
                envelope.path("code").asInt(), status, envelope.path("message").asText(), details);
    }

    private <T> T send(Request.Builder request, TypeReference<T> type) throws ApiException {
        try (var response = answered(request)) {
            var body = response.body().string();
            if (!response.isSuccessful()) {
                throw refusal(response.code(), body);
            }
            return opened(body, type);
        } catch (IOException e) {
            throw ApiException.unreachable(e);
        }
    }

    private <T> T opened(String body, TypeReference<T> type) throws IOException {
        JavaType envelope = json.getTypeFactory()
                .constructParametricType(Envelope.class, json.getTypeFactory().constructType(type));
        Envelope<T> answer = json.readValue(body, envelope);
        var data = answer.data();
        if (data == null) {
            throw new IOException("the answer carries no data");
        }
        return data;
    }

    /// One answer; after a 401 the bearer may renew itself once, and the same request goes out again.
    private Response answered(Request.Builder request) throws IOException {
        // Renewed by another call meanwhile, the bearer would take its fresh token for the refused one.
        var token = bearer.token();
        var response = http.newCall(authorised(request, token)).execute();
        if (response.code() != UNAUTHENTICATED || token == null || !bearer.renew(token)) {
            return response;
        }
        response.close();
        return http.newCall(authorised(request, bearer.token())).execute();
    }

    private static Request authorised(Request.Builder request, @Nullable String token) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private Request.Builder request(String path, Map<String, ?> query) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments(path);
        query.forEach((name, wanted) -> url.addQueryParameter(name, String.valueOf((@Nullable Object) wanted)));
        return new Request.Builder().url(url.build());
    }

    private RequestBody written(Object body) {
        try {
            return RequestBody.create(json.writeValueAsBytes(body), JSON);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + body.getClass().getSimpleName() + " as JSON", e);
        }
    }
}
