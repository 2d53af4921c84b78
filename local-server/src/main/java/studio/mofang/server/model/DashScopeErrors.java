package studio.mofang.server.model;

import com.alibaba.dashscope.exception.ApiException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.model.ModelFailure.Kind;

/// What DashScope's error codes mean, each looked up by its beginning. Source: DashScope's status code
/// reference.
final class DashScopeErrors {
    private static final Map<String, Kind> CODES = Map.ofEntries(
            Map.entry("DataInspectionFailed", Kind.REJECTED),
            Map.entry("data_inspection_failed", Kind.REJECTED),
            Map.entry("IPInfringementSuspect", Kind.REJECTED),
            Map.entry("Arrearage", Kind.NO_BALANCE),
            Map.entry("PrepaidBillOverdue", Kind.NO_BALANCE),
            Map.entry("PostpaidBillOverdue", Kind.NO_BALANCE),
            Map.entry("AllocationQuota", Kind.NO_BALANCE),
            Map.entry("InvalidApiKey", Kind.KEY_REFUSED),
            Map.entry("invalid_api_key", Kind.KEY_REFUSED),
            Map.entry("AccessDenied", Kind.NO_PERMISSION),
            Map.entry("Model.AccessDenied", Kind.NO_PERMISSION),
            Map.entry("Workspace.AccessDenied", Kind.NO_PERMISSION),
            Map.entry("ModelNotFound", Kind.MODEL_UNKNOWN),
            Map.entry("model_not_found", Kind.MODEL_UNKNOWN),
            Map.entry("BadRequest.TooLarge", Kind.TOO_LONG),
            Map.entry("Throttling", Kind.BUSY),
            Map.entry("InvalidParameter", Kind.REFUSED),
            Map.entry("InternalError", Kind.BUSY),
            Map.entry("SystemError", Kind.BUSY),
            Map.entry("ModelServingError", Kind.BUSY),
            Map.entry("ModelUnavailable", Kind.BUSY),
            Map.entry("RequestTimeOut", Kind.TIMED_OUT));

    private static final int LONGEST = 300;

    private DashScopeErrors() {}

    static ModelFailure failure(Endpoint endpoint, Throwable cause) {
        return switch (cause) {
            case ModelFailure failure -> failure;
            case ApiException refused when refused.getStatus() != null -> refused(endpoint, refused);
            case IOException broken -> NetworkErrors.failure(broken);
            case JsonParseException broken -> new ModelFailure(Kind.BROKEN, "not DashScope's JSON", broken);
            default ->
                new ModelFailure(Kind.BROKEN, "unexpected " + cause.getClass().getSimpleName(), cause);
        };
    }

    /// Of an answer that was read here; `body` is absent where it was not JSON.
    static ModelFailure failure(Endpoint endpoint, int status, @Nullable JsonNode body) {
        var code = body == null ? "" : body.path("code").asText("");
        var message = body == null ? "" : body.path("message").asText("");
        var words = status + " " + code + " " + message;
        var kind = message.contains("input length") ? Kind.TOO_LONG : kind(status, code);
        boolean failedTask = status == 200 && kind == Kind.BROKEN && !code.isEmpty();
        return new ModelFailure(failedTask ? Kind.TASK_FAILED : kind, endpoint.redacted(cut(words)));
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    private static ModelFailure refused(Endpoint endpoint, ApiException e) {
        var status = e.getStatus();
        if (e.getCause() instanceof IOException broken) {
            return NetworkErrors.failure(broken);
        }
        if (status.getStatusCode() < 0) {
            return new ModelFailure(Kind.UNREACHABLE, endpoint.redacted(String.valueOf(status.getMessage())));
        }
        var words = status.getStatusCode() + " " + status.getCode() + " " + status.getMessage();
        var kind = words.contains("input length") ? Kind.TOO_LONG : kind(status.getStatusCode(), status.getCode());
        return new ModelFailure(kind, endpoint.redacted(words));
    }

    private static Kind kind(int status, @Nullable String code) {
        return CODES.entrySet().stream()
                .filter(known -> code != null && code.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> HttpErrors.kind(status));
    }
}
