package studio.mofang.server.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a handler answers with.
public sealed interface Reply {
    /// The usual envelope with code 200.
    record Success(String message, @Nullable Object data) implements Reply {}

    /// An envelope that was answered before, under the same `Idempotency-Key`.
    record Stored(byte[] envelope) implements Reply {}

    /// Bytes under their own content type; `fileName` makes a browser save them.
    record File(String contentType, @Nullable String fileName, byte[] bytes) implements Reply {}

    /// A page for a person's browser.
    record Html(int status, String text) implements Reply {}

    /// The handler has written the answer itself, piece by piece.
    record Streamed() implements Reply {}

    static Reply of(Object data) {
        return new Success("success", data);
    }

    static Reply of(String message, Object data) {
        return new Success(message, data);
    }

    /// Nothing to tell but that it is done.
    static Reply done(String message) {
        return new Success(message, Map.of());
    }
}
