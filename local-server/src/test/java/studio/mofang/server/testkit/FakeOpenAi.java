package studio.mofang.server.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;

/// An OpenAI-compatible endpoint with the oddities of its Chinese kin: comments to keep the line open,
/// reasoning apart, `choices: []`, `usage: null`, no `[DONE]`, numeric error codes.
public final class FakeOpenAi extends FakeProvider {
    public static final String TEXT = "好文章先有一个好问题。\n\n然后才有答案。";
    private static final int PIECE = 5;

    public String base() {
        return root() + "/v1";
    }

    /// An address whose base does not end in `/v1`.
    public String oddBase() {
        return root() + "/api/paas/v4";
    }

    public Answer says(String text, String finish) {
        return events(line -> {
            line.write(": keep-alive\n\n");
            line.write(data(chunk(null, "先想一想", null)));
            pieces(line, text);
            line.write(data(chunk("", null, finish)));
            line.write(data(usage()));
            line.write("data: [DONE]\n\n");
        });
    }

    /// Ends after its finish reason, as some do.
    public Answer withoutDone(String text) {
        return events(line -> {
            pieces(line, text);
            line.write(data(chunk(null, null, "some_new_reason")));
        });
    }

    public Answer endsWithoutEnd() {
        return events(line -> pieces(line, "话没有说完"));
    }

    public Answer cut() {
        return events(line -> {
            pieces(line, "话没有说完");
            throw new IOException("cut on purpose");
        });
    }

    public Answer neverEnds() {
        return events(line -> {
            for (int i = 0; i < 1_000; i++) {
                line.write(data(chunk("没完没了", null, null)));
                pause(Duration.ofMillis(50));
            }
        });
    }

    public Answer errorWithin(String code) {
        return events(line -> {
            pieces(line, "开头");
            line.write(data((ObjectNode) tree(error(code, "api_error"))));
        });
    }

    public Answer refuses(int status, String code, String type) {
        return json(status, error(code, type));
    }

    /// One answer without events.
    public Answer plain(String text) {
        var body = Json.shared().createObjectNode();
        var choice = body.putArray("choices").addObject().put("finish_reason", "stop");
        choice.putObject("message").put("content", text);
        return json(200, body.putNull("usage").toString());
    }

    /// A picture within the answer.
    public Answer draws(byte[] picture) {
        return json(
                200,
                picture(Json.shared()
                        .createObjectNode()
                        .put("b64_json", Base64.getEncoder().encodeToString(picture))));
    }

    /// A picture by its address.
    public Answer drawsAt(String url) {
        return json(200, picture(Json.shared().createObjectNode().put("url", url)));
    }

    private static String picture(ObjectNode data) {
        var body = Json.shared().createObjectNode().put("created", 1);
        body.putArray("data").add(data);
        return body.toString();
    }

    @Override
    protected @Nullable Answer routed(HttpExchange exchange, JsonNode body) {
        if (!exchange.getRequestURI().getPath().endsWith("/images/generations")) {
            return null;
        }
        var lined = lined();
        return lined == null ? draws(Pictures.png(1024, 1024)) : lined;
    }

    @Override
    protected @Nullable String mistake(HttpExchange exchange, JsonNode body) {
        if (exchange.getRequestURI().getPath().endsWith("/images/generations")) {
            return body.path("n").asInt() == 1 && body.path("size").asText().contains("x") ? null : "body";
        }
        if (!exchange.getRequestURI().getPath().endsWith("/chat/completions")) {
            return "path " + exchange.getRequestURI().getPath();
        }
        return body.path("stream").asBoolean() && body.path("messages").size() == 2 ? null : "body";
    }

    @Override
    protected Answer mistaken(String mistake) {
        return json(400, error("bad_request", "wrong " + mistake));
    }

    @Override
    protected Answer keyRefused() {
        return json(401, error("invalid_api_key", "invalid_request_error"));
    }

    @Override
    protected Answer byDefault() {
        return says(TEXT, "stop");
    }

    private static void pieces(Line line, String text) throws IOException {
        for (int from = 0; from < text.length(); from += PIECE) {
            line.write(data(chunk(text.substring(from, Math.min(text.length(), from + PIECE)), null, null)));
        }
    }

    private static ObjectNode chunk(@Nullable String content, @Nullable String reasoning, @Nullable String finish) {
        var chunk = Json.shared().createObjectNode().put("object", "chat.completion.chunk");
        var choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.putObject("delta").put("content", content).put("reasoning_content", reasoning);
        choice.put("finish_reason", finish);
        chunk.putNull("usage");
        return chunk;
    }

    private static ObjectNode usage() {
        var chunk = Json.shared().createObjectNode();
        chunk.putArray("choices");
        chunk.putObject("usage").put("prompt_tokens", 12).put("completion_tokens", 34);
        return chunk;
    }

    private static String data(ObjectNode chunk) {
        return "data: " + chunk + "\n\n";
    }

    private static String error(String code, String type) {
        var error = Json.shared().createObjectNode();
        error.putObject("error")
                .put("code", code)
                .put("type", type)
                .put("message", "Refused on purpose, the key was " + KEY);
        return error.toString();
    }

    private static JsonNode tree(String json) {
        try {
            return Json.shared().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
