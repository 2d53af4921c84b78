package studio.mofang.server.creation;

import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Provenance;

/// A finished generation on its way into the gallery. With `creationId` the text becomes a new version of that creation
/// of the same user, otherwise a new creation.
public record GeneratedDraft(
        String type,
        @Nullable String toolType,
        String title,
        String content,
        Provenance provenance,
        @Nullable Long creationId) {}
