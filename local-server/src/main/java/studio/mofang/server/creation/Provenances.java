package studio.mofang.server.creation;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Json;

/// Provenance as the database keeps it: the JSON of the wire.
final class Provenances {
    private Provenances() {}

    static @Nullable String write(@Nullable Provenance provenance) {
        if (provenance == null) {
            return null;
        }
        try {
            return Text.clean(Json.shared().writeValueAsString(provenance));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a provenance as JSON", e);
        }
    }

    static @Nullable Provenance read(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            return Json.shared().readValue(json, Provenance.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a stored provenance", e);
        }
    }
}
