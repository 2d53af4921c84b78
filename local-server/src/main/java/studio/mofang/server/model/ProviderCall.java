package studio.mofang.server.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;
import studio.mofang.server.model.ModelFailure.Kind;

/// JSON to and from a provider, and the files it points at. Ends with its cancellation or its deadline,
/// whichever comes first. The SDK's own classes for pictures and videos share one client that can neither be
/// cancelled nor given a deadline, and poll without a pause while DashScope answers 503; so this speaks the
/// documented wire itself.
final class ProviderCall {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LARGEST_ANSWER = 64L * 1024 * 1024;
    private static final int LONGEST_ERROR = 64 * 1024;

    private final Endpoint endpoint;
    private final Cancellation cancellation;
    private final Duration deadline;

    ProviderCall(Endpoint endpoint, Cancellation cancellation, Duration deadline) {
        this.endpoint = endpoint;
        this.cancellation = cancellation;
        this.deadline = deadline;
    }

    /// What a stream of bytes is made into.
    interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    JsonNode post(String path, JsonNode body, boolean async) {
        var request = request(path).post(new OnceBody(body.toString().getBytes(StandardCharsets.UTF_8), JSON));
        if (async) {
            request.header("X-DashScope-Async", "enable");
        }
        return answered(request.build());
    }

    JsonNode get(String path) {
        return answered(request(path).get().build());
    }

    /// A result lies on another host than its provider, and gets no credentials; only the public Internet
    /// and the provider's own host are reached. The address is used as it came: it is signed. Whoever reads
    /// is told of at most `largest` bytes.
    <T> T download(String url, long largest, Reader<T> reader) {
        var target = HttpUrl.parse(url);
        if (target == null) {
            throw new ModelFailure(Kind.RESULT_UNUSABLE, "the result has no address");
        }
        var call = Outbound.forResults(endpoint.http(), endpoint.base())
                .newBuilder()
                .callTimeout(deadline)
                .build()
                .newCall(new Request.Builder().url(target).build());
        return execute(call, response -> {
            refuse(response, largest);
            return reader.read(new Limited(response.body().byteStream(), largest));
        });
    }

    private static void refuse(Response response, long largest) {
        if (!response.isSuccessful()) {
            var kind = HttpErrors.kind(response.code());
            boolean passing = kind == Kind.BUSY || kind == Kind.TIMED_OUT;
            throw new ModelFailure(passing ? kind : Kind.LINK_REFUSED, "the link answers HTTP " + response.code());
        }
        if (response.body().contentLength() > largest) {
            throw Limited.tooLarge(largest);
        }
    }

    private Request.Builder request(String path) {
        var request = new Request.Builder()
                .url(endpoint.base().newBuilder().addPathSegments(path).build());
        if (endpoint.key() != null) {
            request.header("Authorization", "Bearer " + endpoint.key());
        }
        return request;
    }

    private JsonNode answered(Request request) {
        var http = endpoint.http().newBuilder().callTimeout(deadline).build();
        return execute(http.newCall(request), this::json);
    }

    private JsonNode json(Response response) throws IOException {
        if (!response.isSuccessful()) {
            var body = response.peekBody(LONGEST_ERROR).string();
            throw endpoint.dashscope()
                    ? DashScopeErrors.failure(endpoint, response.code(), tree(body))
                    : OpenAiErrors.failure(endpoint, response.code(), body);
        }
        var bytes = response.body().byteStream().readNBytes((int) LARGEST_ANSWER);
        var tree = tree(new String(bytes, StandardCharsets.UTF_8));
        if (tree == null || !tree.isObject()) {
            throw new ModelFailure(Kind.BROKEN, "not a provider's JSON");
        }
        return tree;
    }

    private static @Nullable JsonNode tree(String body) {
        try {
            return Json.shared().readTree(body);
        } catch (JsonProcessingException _) {
            // A page of some proxy; whoever asked decides by the status.
            return null;
        }
    }

    private interface Answer<T> {
        T of(Response response) throws IOException;
    }

    private <T> T execute(okhttp3.Call call, Answer<T> answer) {
        cancellation.onCancel(call::cancel);
        try (var response = call.execute()) {
            return answer.of(response);
        } catch (IOException e) {
            if (cancellation.cancelled()) {
                throw new ModelFailure(Kind.CANCELLED, endpoint.provider().name(), e);
            }
            throw NetworkErrors.failure(e);
        }
    }
}
