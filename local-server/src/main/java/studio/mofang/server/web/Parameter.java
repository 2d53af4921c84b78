package studio.mofang.server.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import studio.mofang.core.Json;

/// A parameter of a route beside its path, as the OpenAPI document lists it: `place` is query or header.
record Parameter(String place, String name, String description, boolean required, ObjectNode schema) {
    static Parameter text(String name, String description) {
        return new Parameter("query", name, description, false, schema("string", _ -> {}));
    }

    static Parameter flag(String name, String description) {
        return new Parameter("query", name, description, false, schema("boolean", one -> one.put("default", false)));
    }

    static Parameter number(String name, String description, int otherwise, int most) {
        return new Parameter(
                "query",
                name,
                description,
                false,
                schema(
                        "integer",
                        one -> one.put("minimum", 1).put("maximum", most).put("default", otherwise)));
    }

    static Parameter header(String name, String description, boolean required) {
        return new Parameter("header", name, description, required, schema("string", _ -> {}));
    }

    static Parameter requestKey() {
        return new Parameter(
                "header",
                RequestKey.HEADER,
                "一次意图的标识：重试时不变，只执行一次，得到同一个回答",
                false,
                schema("string", one -> one.put("minLength", 1).put("maxLength", RequestKey.MAX_LENGTH)));
    }

    void describe(ObjectNode target) {
        target.put("name", name)
                .put("in", place)
                .put("required", required)
                .put("description", description)
                .set("schema", schema);
    }

    private static ObjectNode schema(String type, Consumer<ObjectNode> more) {
        var schema = Json.shared().createObjectNode().put("type", type);
        more.accept(schema);
        return schema;
    }
}
