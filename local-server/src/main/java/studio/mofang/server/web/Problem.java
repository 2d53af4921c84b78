package studio.mofang.server.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Envelope.FieldError;
import studio.mofang.core.Envelope.Invalid;
import studio.mofang.core.Envelope.Reason;
import studio.mofang.core.Fault;

/// The refusal of a request: which fault, the sentence for the person, and what else the answer carries.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient @Nullable Object data;
    private final transient @Nullable Duration retryAfter;

    public Problem(Fault fault) {
        this(fault, fault.message());
    }

    public Problem(Fault fault, String message) {
        this(fault, message, null, null, null);
    }

    public Problem(Fault fault, String message, Throwable cause) {
        this(fault, message, null, null, cause);
    }

    private Problem(
            Fault fault,
            String message,
            @Nullable Object data,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
        this.data = data;
        this.retryAfter = retryAfter;
    }

    /// With facts for the program beside the sentence for the person.
    public static Problem with(Fault fault, String message, Object data) {
        return new Problem(fault, message, data, null, null);
    }

    public static Problem invalid(List<FieldError> errors) {
        var message = errors.getFirst().message();
        return new Problem(Fault.BAD_REQUEST, message, new Invalid(errors), null, null);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static Problem tooManyRequests(Duration retryAfter) {
        return new Problem(Fault.TOO_MANY_REQUESTS, Fault.TOO_MANY_REQUESTS.message(), null, retryAfter, null);
    }

    /// The same with a word for the program, which tells it from others of its code.
    public Problem because(String reason) {
        return new Problem(fault, sentence(), new Reason(reason), retryAfter, getCause());
    }

    public Fault fault() {
        return fault;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    Optional<Object> data() {
        return Optional.ofNullable(data);
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
