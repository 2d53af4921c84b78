package studio.mofang.core;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every answer of the API is wrapped in. Errors add the `requestId` under which the log tells more.
public record Envelope<T>(
        int code,
        String message,
        @Nullable T data,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String requestId) {

    public static <T> Envelope<T> success(String message, @Nullable T data) {
        return new Envelope<>(200, message, data, null);
    }

    /// The `data` of an answer that refuses the shape of its input.
    public record Invalid(List<FieldError> errors) {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /// The `data` of a refusal that tells itself from others of its code by a word for the program, such as
    /// `key_refused`.
    public record Reason(String reason) {}

    /// One refused field: its JSON name (dotted when nested) and why.
    public record FieldError(String field, String message) {}
}
