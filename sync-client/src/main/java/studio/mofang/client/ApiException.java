package studio.mofang.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Envelope.FieldError;
import studio.mofang.core.Fault;

/// A call that did not succeed: refused by the server with a code of the contract, or never answered at all.
public final class ApiException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int UNREACHABLE = 0;

    private final int code;
    private final int status;
    private final @Nullable String requestId;
    private final @Nullable String reason;
    private final transient List<FieldError> errors;

    /// What the answer says beside its code and its sentence.
    record Details(@Nullable String requestId, @Nullable String reason, List<FieldError> errors) {
        static final Details NONE = new Details(null, null, List.of());
    }

    ApiException(int code, int status, String message, Details details) {
        super(message);
        this.code = code;
        this.status = status;
        this.requestId = details.requestId();
        this.reason = details.reason();
        this.errors = List.copyOf(details.errors());
    }

    private ApiException(String message, IOException cause) {
        super(message, cause);
        this.code = UNREACHABLE;
        this.status = UNREACHABLE;
        this.requestId = null;
        this.reason = null;
        this.errors = List.of();
    }

    static ApiException unreachable(IOException cause) {
        return new ApiException("连接不到服务器：" + cause.getMessage(), cause);
    }

    /// The envelope's code; 0 when no answer came.
    public int code() {
        return code;
    }

    /// The HTTP status; 0 when no answer came.
    public int status() {
        return status;
    }

    /// True when the server never answered: it may or may not have done the work.
    public boolean unanswered() {
        return status == UNREACHABLE;
    }

    public boolean is(Fault fault) {
        return code == fault.code();
    }

    /// The short code to quote to whoever reads the server's log.
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /// The word that tells this refusal from others of its code, where there is one.
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /// Which fields were refused, for a form to mark.
    public List<FieldError> errors() {
        return errors;
    }

    /// The sentence for a person.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
