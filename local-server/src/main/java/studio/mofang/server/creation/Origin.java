package studio.mofang.server.creation;

import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Provenance;

/// How a text came to be, and the model that has begun to write on, of which it has nothing yet: what is stored next
/// may hold a part of that model's, also where the model was stopped before its end.
record Origin(@Nullable Provenance provenance, @Nullable Provenance begun) {
    static final Origin UNKNOWN = new Origin(null, null);

    static Origin of(@Nullable Provenance provenance) {
        return provenance == null ? UNKNOWN : new Origin(provenance, null);
    }

    boolean byModel() {
        return provenance != null && provenance.byModel();
    }

    Origin begunBy(Provenance model) {
        return new Origin(provenance, model);
    }

    /// Of the text after the next change.
    Origin next() {
        return begun == null ? this : of(begun);
    }

    /// Of the same text at another time, when nobody is writing on.
    Origin atRest() {
        return of(provenance);
    }
}
