package studio.mofang.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;
import studio.mofang.core.Envelope;
import studio.mofang.core.Json;

/// The `responses` of an operation in the OpenAPI document.
final class Answers {
    private static final List<String> PAGE = List.of("text/html");

    private final Function<Type, JsonNode> schemas;

    Answers(Function<Type, JsonNode> schemas) {
        this.schemas = schemas;
    }

    void of(Route<?> route, ObjectNode responses) {
        switch (route.content()) {
            case Content.Enveloped _ -> {
                var content = content(responses, "200", "成功");
                json(content, envelope(route.answer()));
                if (route.streamed()) {
                    events(content);
                }
                refusals(responses);
            }
            case Content.Bytes(var types) -> {
                bytes(content(responses, "200", "成功"), types);
                var refused = refusals(responses);
                if (types.equals(PAGE)) {
                    bytes(refused, PAGE);
                }
            }
            case Content.Nothing _ -> {
                responses.putObject("204").put("description", "成功，没有内容");
                refusals(responses);
            }
        }
    }

    void of(SocketRoute socket, ObjectNode responses) {
        json(content(responses, "101", "切换为 WebSocket；每条消息的内容如下"), schemas.apply(socket.event()));
        refusals(responses);
    }

    private ObjectNode refusals(ObjectNode responses) {
        var content = content(responses, "default", "错误：code、message、request_id");
        json(content, schemas.apply(Envelope.class));
        return content;
    }

    private ObjectNode envelope(Type answer) {
        var envelope = Json.shared().createObjectNode().put("type", "object");
        var properties = envelope.putObject("properties");
        properties.putObject("code").put("type", "integer");
        properties.putObject("message").put("type", "string");
        properties.set("data", schemas.apply(answer));
        return envelope;
    }

    private static ObjectNode content(ObjectNode responses, String status, String description) {
        return responses.putObject(status).put("description", description).putObject("content");
    }

    private static void json(ObjectNode content, JsonNode schema) {
        content.putObject("application/json").set("schema", schema);
    }

    /// Without a schema, as OpenAPI 3.1 describes raw bytes.
    private static void bytes(ObjectNode content, List<String> types) {
        types.forEach(content::putObject);
    }

    private static void events(ObjectNode content) {
        content.putObject("text/event-stream")
                .putObject("schema")
                .put("type", "string")
                .put("description", "请求带 Accept: text/event-stream 时的事件流：文字随生成以 delta 发来；最后是 done（与 JSON 回答相同）或 error");
    }
}
