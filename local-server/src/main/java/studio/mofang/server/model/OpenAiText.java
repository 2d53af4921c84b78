package studio.mofang.server.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import studio.mofang.core.Json;
import studio.mofang.server.model.ModelFailure.Kind;

/// Any endpoint that speaks OpenAI's chat completions: the address is joined to the base as it is, because not all
/// bases end in `/v1`.
final class OpenAiText implements TextModel {
    private static final MediaType JSON = MediaType.get("application/json");

    private final Endpoint endpoint;

    OpenAiText(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Written write(Order order, Consumer<String> onText, Cancellation cancellation) {
        var call = call(order);
        cancellation.onCancel(call::cancel);
        try (var response = call.execute()) {
            var transcript = new Transcript(onText);
            read(response, transcript);
            return transcript.written();
        } catch (IOException e) {
            if (cancellation.cancelled()) {
                throw new ModelFailure(Kind.CANCELLED, endpoint.provider().name(), e);
            }
            throw NetworkErrors.failure(e);
        }
    }

    private void read(Response response, Transcript transcript) throws IOException {
        if (!response.isSuccessful()) {
            var body = response.peekBody(64 * 1024).string();
            throw OpenAiErrors.failure(endpoint, response.code(), body);
        }
        var type = response.body().contentType();
        var chunks = new OpenAiChunks(endpoint, transcript);
        if (type != null && type.subtype().equals("json")) {
            chunks.whole(response.body().string());
        } else {
            chunks.stream(response.body().source());
        }
    }

    private Call call(Order order) {
        var request = new Request.Builder()
                .url(address())
                .header("Accept", "text/event-stream")
                .post(new OnceBody(body(order), JSON));
        if (endpoint.key() != null) {
            request.header("Authorization", "Bearer " + endpoint.key());
        }
        var client = endpoint.http().newBuilder().callTimeout(order.deadline()).build();
        return client.newCall(request.build());
    }

    private HttpUrl address() {
        return endpoint.base().newBuilder().addPathSegments("chat/completions").build();
    }

    private byte[] body(Order order) {
        var body = new LinkedHashMap<String, Object>();
        body.put("model", endpoint.modelName());
        body.put(
                "messages",
                List.of(
                        message("system", order.prompt().system()),
                        message("user", order.prompt().user())));
        body.put("stream", true);
        body.put("stream_options", Map.of("include_usage", true));
        settings(body);
        try {
            return Json.shared().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a request to a model", e);
        }
    }

    private void settings(Map<String, Object> body) {
        boolean fixed = endpoint.provider().fixedSampling();
        if (!fixed) {
            List.of("temperature", "top_p", "seed")
                    .forEach(name -> endpoint.setting(name, Number.class).ifPresent(number -> body.put(name, number)));
        }
        endpoint.whole("max_tokens").ifPresent(most -> body.put(fixed ? "max_completion_tokens" : "max_tokens", most));
        if (endpoint.provider().dashscope()) {
            List.of("enable_search", "enable_thinking")
                    .forEach(name -> endpoint.setting(name, Boolean.class).ifPresent(flag -> body.put(name, flag)));
        }
    }

    private static Map<String, String> message(String role, String content) {
        return Map.of("role", role, "content", content);
    }
}
