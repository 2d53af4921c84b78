package studio.mofang.server.creation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Json;

/// Origins as the database keeps them: the provenance's JSON of the wire, and around it, where a model has begun to
/// write on, both under their names.
final class Provenances {
    private static final String PROVENANCE = "provenance";
    private static final String BEGUN = "begun";

    private Provenances() {}

    static @Nullable String write(Origin origin) {
        if (origin.begun() != null) {
            var both = Json.shared().createObjectNode();
            both.set(PROVENANCE, Json.shared().valueToTree(origin.provenance()));
            both.set(BEGUN, Json.shared().valueToTree(origin.begun()));
            return Text.clean(both.toString());
        }
        return origin.provenance() == null ? null : Text.clean(json(origin.provenance()));
    }

    static Origin read(@Nullable String json) {
        if (json == null) {
            return Origin.UNKNOWN;
        }
        try {
            var tree = Json.shared().readTree(json);
            return tree.has(BEGUN)
                    ? new Origin(provenance(tree.path(PROVENANCE)), provenance(tree.path(BEGUN)))
                    : Origin.of(provenance(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a stored provenance", e);
        }
    }

    private static @Nullable Provenance provenance(JsonNode tree) throws JsonProcessingException {
        return tree.isNull() ? null : Json.shared().treeToValue(tree, Provenance.class);
    }

    private static String json(Provenance provenance) {
        try {
            return Json.shared().writeValueAsString(provenance);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a provenance as JSON", e);
        }
    }
}
