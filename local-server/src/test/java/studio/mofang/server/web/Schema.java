package studio.mofang.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// As much of JSON Schema as the OpenAPI document uses of it, and strictly: a field that it does not name is one too
/// many.
final class Schema {
    private static final List<String> CHOICES = List.of("anyOf", "oneOf");

    private final List<String> complaints = new ArrayList<>();

    private Schema() {}

    /// What of a value is not as declared.
    static List<String> complaints(JsonNode declared, JsonNode value) {
        var schema = new Schema();
        schema.check("", declared, value);
        return schema.complaints;
    }

    private void check(String path, JsonNode declared, JsonNode value) {
        var choices = CHOICES.stream().filter(declared::has).findFirst();
        if (choices.isPresent()) {
            var fits = stream(declared.path(choices.get()))
                    .anyMatch(choice -> complaints(choice, value).isEmpty());
            complainUnless(fits, path, "is none of " + declared);
            return;
        }
        var types = types(declared.path("type"));
        if (!types.isEmpty() && names(value).noneMatch(types::contains)) {
            complainUnless(false, path, "is " + value + ", declared " + types);
        } else if (value.isArray()) {
            value.forEach(item -> check(path + "[]", declared.path("items"), item));
        } else if (declared.has("properties")) {
            fields(path, declared.path("properties"), value);
        }
    }

    private void fields(String path, JsonNode properties, JsonNode value) {
        value.properties().forEach(field -> {
            var declared = properties.path(field.getKey());
            complainUnless(!declared.isMissingNode(), path + "." + field.getKey(), "is not declared");
            check(path + "." + field.getKey(), declared, field.getValue());
        });
    }

    private void complainUnless(boolean holds, String path, String complaint) {
        if (!holds) {
            complaints.add(path + " " + complaint);
        }
    }

    private static Set<String> types(JsonNode type) {
        var types = new TreeSet<String>();
        (type.isArray() ? stream(type) : Stream.of(type)).map(JsonNode::asText).forEach(types::add);
        types.remove("");
        return types;
    }

    private static Stream<String> names(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? Stream.of("integer", "number") : Stream.of("number");
            default -> Stream.of(value.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        };
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
