package studio.mofang.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import studio.mofang.core.Json;

/// A body that a route accepts, made from the schema that the server gives for it: what a field means is known by its
/// name, what it may hold by its type.
final class SampleBody {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Set<String> LEFT_OUT = Set.of(
            "model_id",
            "template_id",
            "coupon_code",
            "referral_code",
            "version",
            "base_version",
            "markdown",
            "theme",
            "look",
            "cover",
            "video",
            "text",
            "link",
            "continue_from",
            "api_base",
            "kind");
    private static final Map<String, Object> KNOWN = Map.ofEntries(
            Map.entry("payment_method", "alipay"),
            Map.entry("membership_type", "monthly"),
            Map.entry("amount", 10),
            Map.entry("min_amount", 20),
            Map.entry("value", 5),
            Map.entry("percent", 10),
            Map.entry("credits", 3),
            Map.entry("on", "participate"),
            Map.entry("valid_from", "2026-01-01T00:00:00"),
            Map.entry("start_time", "2026-01-01T00:00:00"),
            Map.entry("valid_until", "2099-01-01T00:00:00"),
            Map.entry("end_time", "2099-01-01T00:00:00"),
            Map.entry("schedule_time", tomorrow()),
            Map.entry("tool_type", "wechat_article"),
            Map.entry("offline", true),
            Map.entry("duration", 3),
            Map.entry("slide_count", 5),
            Map.entry("size", "512x512"),
            Map.entry("ratio", "16:9"),
            Map.entry("script", "好。"),
            Map.entry("platform", "toutiao"),
            Map.entry("provider", "qwen"),
            Map.entry("api_key", "sk-sample"),
            Map.entry("role", "user"),
            Map.entry("disabled", false),
            Map.entry("redirect_uri", "https://studio.example.com/back"));

    private final long creation;

    SampleBody(long creation) {
        this.creation = creation;
    }

    JsonNode of(String path, JsonNode schema) {
        var body = value(path, "", schema);
        if (path.endsWith("/coupons")) {
            ((ObjectNode) body).put("type", "deduction").put("code", "COUPON" + NUMBERS.incrementAndGet());
        } else if (path.endsWith("/activities")) {
            ((ObjectNode) body).put("type", "credit_gift");
        } else if (path.contains("/creations")) {
            ((ObjectNode) body).put("type", "writing");
        }
        return body;
    }

    private JsonNode value(String path, String name, JsonNode schema) {
        if (KNOWN.containsKey(name)) {
            return Json.shared().valueToTree(KNOWN.get(name));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(path, name, schema);
            case "array" ->
                JsonNodeFactory.instance
                        .arrayNode()
                        .add(name.equals("platforms") ? text("toutiao") : value(path, "", schema.path("items")));
            case "integer", "number" -> JsonNodeFactory.instance.numberNode(name.equals("creation_id") ? creation : 1L);
            case "boolean" -> JsonNodeFactory.instance.booleanNode(false);
            default -> text(words(name, schema.path("format").asText()));
        };
    }

    private JsonNode object(String path, String name, JsonNode schema) {
        var fields = new HashMap<String, JsonNode>();
        for (var field : schema.path("properties").properties()) {
            if (!LEFT_OUT.contains(field.getKey())) {
                fields.put(field.getKey(), value(path, field.getKey(), field.getValue()));
            }
        }
        if (name.equals("wishes")) {
            fields.put("toutiao", value(path, "", schema.path("additionalProperties")));
        }
        return JsonNodeFactory.instance.objectNode().setAll(fields);
    }

    private static String tomorrow() {
        return LocalDateTime.now(ZoneOffset.ofHours(8))
                .plusDays(1)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String words(String name, String format) {
        return switch (name) {
            case "username" -> "sample" + NUMBERS.incrementAndGet();
            case "email" -> "sample" + NUMBERS.incrementAndGet() + "@example.com";
            case "password", "new_password", "old_password" -> "password123";
            default -> format.equals("uuid") ? UUID.randomUUID().toString() : "题目和文字";
        };
    }

    private static JsonNode text(String words) {
        return JsonNodeFactory.instance.textNode(words);
    }
}
