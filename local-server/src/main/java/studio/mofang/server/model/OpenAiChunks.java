package studio.mofang.server.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;
import studio.mofang.server.model.ModelFailure.Kind;

/// Reads the answer of a chat completion, in events or whole. Tolerates what providers do differently: comments to keep
/// the line open, `choices: []`, `usage: null`, no `[DONE]`. A model's reasoning is not part of its text.
final class OpenAiChunks {
    private final Endpoint endpoint;
    private final Transcript transcript;

    OpenAiChunks(Endpoint endpoint, Transcript transcript) {
        this.endpoint = endpoint;
        this.transcript = transcript;
    }

    /// Format: server-sent events, https://html.spec.whatwg.org/multipage/server-sent-events.html; every provider puts
    /// an event's JSON on one line.
    void stream(BufferedSource source) throws IOException {
        for (var line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
            if (!line.startsWith("data:")) {
                refuseOther(line);
                continue;
            }
            var data = line.substring("data:".length()).strip();
            if (data.equals("[DONE]")) {
                transcript.end();
                return;
            }
            if (!data.isEmpty()) {
                take(tree(data), "delta");
            }
        }
    }

    void whole(String body) {
        take(tree(body), "message");
    }

    private void take(JsonNode chunk, String part) {
        if (chunk.hasNonNull("error")) {
            throw OpenAiErrors.failure(endpoint, 200, chunk.toString());
        }
        var usage = chunk.path("usage");
        if (usage.isObject()) {
            transcript.usage(count(usage.path("prompt_tokens")), count(usage.path("completion_tokens")));
        }
        var choice = chunk.path("choices").path(0);
        var content = choice.path(part).path("content");
        if (content.isTextual()) {
            transcript.add(content.textValue());
        }
        transcript.finish(choice.path("finish_reason").textValue());
    }

    private static @Nullable Integer count(JsonNode node) {
        return node.isInt() ? node.intValue() : null;
    }

    /// Fields other than data carry nothing for us; what is no field at all, such as a page of HTML, is refused.
    private void refuseOther(String line) {
        if (line.startsWith("<")) {
            throw new ModelFailure(Kind.BROKEN, "not an event stream");
        }
    }

    private static JsonNode tree(String json) {
        try {
            return Json.shared().readTree(json);
        } catch (JsonProcessingException e) {
            throw new ModelFailure(Kind.BROKEN, "not JSON", e);
        }
    }
}
