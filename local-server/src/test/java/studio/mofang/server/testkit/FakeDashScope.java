package studio.mofang.server.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;

/// DashScope's text route as it answers on the wire: events with `:HTTP_STATUS`, a `finish_reason` that is
/// the string "null" until the end, error events, and an end that is the connection's.
public final class FakeDashScope extends FakeProvider {
    public static final String TEXT = "时间管理的第一步,是看清时间去了哪里。\n\n第二步,是给要紧的事留出整块的时间。";
    private static final int PIECE = 7;

    private final FakeTasks tasks = new FakeTasks(this);

    public String address() {
        return root();
    }

    public String base() {
        return root() + "/api/v1";
    }

    /// The whole text in pieces.
    public Answer says(String text) {
        return events(line -> {
            pieces(line, text);
            line.write(frame("", "stop", text.length()));
        });
    }

    /// A piece every 50 ms until the caller hangs up.
    public Answer neverEnds() {
        return events(line -> {
            for (int i = 0; i < 1_000; i++) {
                line.write(frame("没完没了", "null", i));
                pause(Duration.ofMillis(50));
            }
        });
    }

    /// Goes silent after a few words, as a model that thinks.
    public Answer fallsSilent() {
        return events(line -> {
            line.write(frame("开头", "null", 2));
            pause(Duration.ofMinutes(1));
        });
    }

    /// The connection breaks within the text.
    public Answer cut() {
        return events(line -> {
            line.write(frame("话没有说", "null", 4));
            throw new IOException("cut on purpose");
        });
    }

    /// The stream ends in good order, but without `stop`.
    public Answer endsWithoutStop() {
        return events(line -> pieces(line, "话没有说完"));
    }

    /// An error after the stream has begun.
    public Answer errorEvent(String code, String message) {
        return events(line -> {
            line.write(frame("开头", "null", 2));
            line.write("id:2\nevent:error\n:HTTP_STATUS/400\ndata:%s\n\n".formatted(error(code, message)));
        });
    }

    public Answer refuses(int status, String code) {
        return json(status, error(code, "Refused on purpose, the key was " + KEY));
    }

    /// What a gateway does that knows no events.
    public Answer plain(String text) {
        return json(200, body(text, "stop", text.length()));
    }

    /// Pictures, videos and the tasks that make them.
    public FakeTasks tasks() {
        return tasks;
    }

    @Override
    public void reset() {
        super.reset();
        tasks.reset();
    }

    @Override
    protected @Nullable Answer routed(HttpExchange exchange, JsonNode body) {
        return tasks.answer(exchange, body);
    }

    @Override
    protected @Nullable String mistake(HttpExchange exchange, JsonNode body) {
        if (FakeTasks.mine(exchange.getRequestURI().getPath())) {
            return null;
        }
        var headers = exchange.getRequestHeaders();
        var parameters = body.path("parameters");
        if (!exchange.getRequestURI().getPath().equals("/api/v1/services/aigc/text-generation/generation")) {
            return "path";
        }
        if (!"enable".equals(headers.getFirst("X-DashScope-SSE"))) {
            return "X-DashScope-SSE";
        }
        if (!parameters.path("result_format").asText().equals("message")) {
            return "result_format";
        }
        return parameters.path("incremental_output").asBoolean() ? null : "incremental_output";
    }

    @Override
    protected Answer mistaken(String mistake) {
        return json(400, error("InvalidParameter", "wrong " + mistake));
    }

    @Override
    protected Answer keyRefused() {
        return json(401, error("InvalidApiKey", "Invalid API-key provided."));
    }

    @Override
    protected Answer byDefault() {
        return says(TEXT);
    }

    private static void pieces(Line line, String text) throws IOException {
        for (int from = 0; from < text.length(); from += PIECE) {
            line.write(frame(text.substring(from, Math.min(text.length(), from + PIECE)), "null", from));
        }
    }

    private static String frame(String text, String finish, int tokens) {
        return "id:1\nevent:result\n:HTTP_STATUS/200\ndata:%s\n\n".formatted(body(text, finish, tokens));
    }

    private static String body(String text, String finish, int tokens) {
        var body = Json.shared().createObjectNode();
        var choice = body.putObject("output").putArray("choices").addObject();
        choice.put("finish_reason", finish);
        choice.putObject("message").put("role", "assistant").put("content", text);
        body.putObject("usage")
                .put("input_tokens", 42)
                .put("output_tokens", tokens)
                .put("total_tokens", 42 + tokens);
        return body.put("request_id", "f0f0f0f0-0000-0000-0000-000000000001").toString();
    }

    static String error(String code, String message) {
        return Json.shared()
                .createObjectNode()
                .put("code", code)
                .put("message", message)
                .put("request_id", "f0f0f0f0-0000-0000-0000-000000000002")
                .toString();
    }
}
