package studio.mofang.core.deck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/// The fields of a model's answer under any of the names that models give them.
final class Fields {
    private Fields() {}

    /// The first that is there; a missing node where none is.
    static JsonNode of(JsonNode item, String... names) {
        for (var name : names) {
            var found = item.get(name);
            if (found != null && !found.isNull()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    static String text(JsonNode item, String... names) {
        var found = of(item, names);
        return found.isArray()
                ? String.join("\n", texts(found))
                : found.asText("").strip();
    }

    /// The texts of a list, or of a list of objects that hold one each.
    static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(
                item.isObject() ? text(item, "text", "value", "name", "title") : item.isNull() ? "" : item.asText()));
        return texts;
    }
}
