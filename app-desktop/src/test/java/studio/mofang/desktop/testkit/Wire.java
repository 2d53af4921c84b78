package studio.mofang.desktop.testkit;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import studio.mofang.core.Creations.Delta;
import studio.mofang.core.Envelope;
import studio.mofang.core.Fault;
import studio.mofang.core.Json;

/// The API's envelope, from the server's side.
final class Wire {
    private Wire() {}

    static MockResponse ok(Object data) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(json(Envelope.success("success", data)))
                .build();
    }

    static MockResponse refused(Fault fault) {
        return refused(new Envelope<>(fault.code(), fault.message(), null, "req-1"), fault);
    }

    /// With the server's own sentence, and its word for the program.
    static MockResponse refused(Fault fault, String sentence, String reason) {
        return refused(new Envelope<>(fault.code(), sentence, new Envelope.Reason(reason), "req-1"), fault);
    }

    private static MockResponse refused(Envelope<?> envelope, Fault fault) {
        return new MockResponse.Builder()
                .code(fault.status())
                .addHeader("Content-Type", "application/json")
                .body(json(envelope))
                .build();
    }

    /// A generation that tells of its pieces and ends with its answer.
    static MockResponse done(Object data, String... pieces) {
        var body = new StringBuilder();
        for (var piece : pieces) {
            body.append("event: delta\ndata: ").append(json(new Delta(piece))).append("\n\n");
        }
        body.append("event: done\ndata: ")
                .append(json(Envelope.success("生成成功", data)))
                .append("\n\n");
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(body.toString())
                .build();
    }

    static String json(Object value) {
        try {
            return Json.shared().writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(RecordedRequest request, TypeReference<T> type) {
        try {
            var body = Objects.requireNonNull(request.getBody()).string(StandardCharsets.UTF_8);
            return Json.shared().readValue(body, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
