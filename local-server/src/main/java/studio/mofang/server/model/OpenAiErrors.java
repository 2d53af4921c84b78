package studio.mofang.server.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import studio.mofang.core.Json;
import studio.mofang.server.model.ModelFailure.Kind;

/// What the errors of OpenAI-compatible endpoints mean, by code and else by HTTP status. Sources: the error references
/// of OpenAI, DashScope, DeepSeek, Zhipu and Ark.
final class OpenAiErrors {
    private static final int LONGEST = 300;

    private static final Map<String, Kind> CODES = Map.ofEntries(
            Map.entry("invalid_api_key", Kind.KEY_REFUSED),
            Map.entry("AuthenticationError", Kind.KEY_REFUSED),
            Map.entry("1000", Kind.KEY_REFUSED),
            Map.entry("1001", Kind.KEY_REFUSED),
            Map.entry("1002", Kind.KEY_REFUSED),
            Map.entry("1003", Kind.KEY_REFUSED),
            Map.entry("1004", Kind.KEY_REFUSED),
            Map.entry("insufficient_quota", Kind.NO_BALANCE),
            Map.entry("exceeded_current_quota_error", Kind.NO_BALANCE),
            Map.entry("Arrearage", Kind.NO_BALANCE),
            Map.entry("AccountOverdueError", Kind.NO_BALANCE),
            Map.entry("1113", Kind.NO_BALANCE),
            Map.entry("content_filter", Kind.REJECTED),
            Map.entry("data_inspection_failed", Kind.REJECTED),
            Map.entry("DataInspectionFailed", Kind.REJECTED),
            Map.entry("InputTextRiskDetection", Kind.REJECTED),
            Map.entry("OutputTextRiskDetection", Kind.REJECTED),
            Map.entry("SensitiveContentDetected", Kind.REJECTED),
            Map.entry("1301", Kind.REJECTED),
            Map.entry("1302", Kind.BUSY),
            Map.entry("1303", Kind.BUSY),
            Map.entry("1305", Kind.BUSY),
            Map.entry("rate_limit_exceeded", Kind.BUSY),
            Map.entry("rate_limit_reached_error", Kind.BUSY),
            Map.entry("model_not_found", Kind.MODEL_UNKNOWN),
            Map.entry("InvalidEndpointOrModel.NotFound", Kind.MODEL_UNKNOWN),
            Map.entry("InvalidEndpoint.NotFound", Kind.MODEL_UNKNOWN),
            Map.entry("1211", Kind.MODEL_UNKNOWN),
            Map.entry("context_length_exceeded", Kind.TOO_LONG),
            Map.entry("1261", Kind.TOO_LONG));

    private OpenAiErrors() {}

    static ModelFailure failure(Endpoint endpoint, int status, String body) {
        var error = error(body);
        var code = text(error, "code");
        var type = text(error, "type");
        var kind = CODES.getOrDefault(code, CODES.getOrDefault(type, HttpErrors.kind(status)));
        var words = endpoint.redacted("%d %s %s %s".formatted(status, code, type, text(error, "message")));
        return new ModelFailure(kind, words.substring(0, Math.min(words.length(), LONGEST)));
    }

    private static JsonNode error(String body) {
        try {
            var tree = Json.shared().readTree(body);
            return tree == null ? MissingNode.getInstance() : tree.path("error");
        } catch (JsonProcessingException _) {
            // A page of some proxy: the status alone must tell.
            return MissingNode.getInstance();
        }
    }

    private static String text(JsonNode error, String field) {
        return error.path(field).asText("");
    }
}
