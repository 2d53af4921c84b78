package studio.mofang.server.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.stream.Collectors;
import studio.mofang.core.Fault;
import studio.mofang.core.Json;

/// Reads a request's body: at most 1 MiB unless the route allows more, JSON only, an object of the declared shape.
final class Bodies {
    private static final int MIB = 1024 * 1024;
    static final int MAX_BYTES = MIB;

    private static final byte[] NONE = {};

    private Bodies() {}

    static byte[] read(Context context, int limit) {
        if (bare(context)) {
            return NONE;
        }
        if (context.req().getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        try {
            var bytes = context.req().getInputStream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw tooLarge(limit);
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem(Fault.BAD_REQUEST, "请求体没有完整送达", e);
        }
    }

    static <B> B shaped(Context context, byte[] body, Class<B> type) {
        if (type == NoBody.class) {
            return type.cast(NoBody.NONE);
        }
        requireJson(context);
        try {
            JsonNode tree = Json.shared().readTree(body);
            if (tree == null || !tree.isObject()) {
                throw new Problem(Fault.BAD_REQUEST, "请求体应是一个 JSON 对象");
            }
            return Json.shared().treeToValue(withoutNul(tree), type);
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new Problem(Fault.BAD_REQUEST, "请求体无法读取", e);
        }
    }

    /// PostgreSQL keeps no U+0000 in a text. One comes with a careless paste, and must not hold up the words around it.
    private static JsonNode withoutNul(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(field -> field.setValue(withoutNul(field.getValue())));
            case ArrayNode array -> {
                for (int at = 0; at < array.size(); at++) {
                    array.set(at, withoutNul(array.get(at)));
                }
            }
            case TextNode text
            when text.textValue().indexOf('\u0000') >= 0 -> {
                return TextNode.valueOf(text.textValue().replace("\u0000", ""));
            }
            default -> {}
        }
        return node;
    }

    /// By HTTP's rules a request has a body when it says so.
    private static boolean bare(Context context) {
        return context.req().getContentLengthLong() <= 0 && context.header("Transfer-Encoding") == null;
    }

    /// The header as it stands: JSON is UTF-8 whatever a `charset` says (RFC 8259, section 11), also one that nobody
    /// knows, over which Jetty would fail.
    private static void requireJson(Context context) {
        var type = context.header("Content-Type");
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw new Problem(Fault.UNSUPPORTED_MEDIA);
        }
    }

    private static Problem unreadable(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException _ -> new Problem(Fault.BAD_REQUEST, "JSON 嵌套过深或数值过长", e);
            case MismatchedInputException mismatch -> Problem.invalid(field(mismatch), "类型不对");
            case JsonMappingException mapping -> Problem.invalid(field(mapping), "内容不对");
            default -> new Problem(Fault.BAD_REQUEST, "请求体不是有效的 JSON", e);
        };
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static Problem tooLarge(int limit) {
        return new Problem(Fault.TOO_LARGE, "请求内容超过 " + limit / MIB + " MiB");
    }
}
