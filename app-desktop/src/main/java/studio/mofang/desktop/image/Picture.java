package studio.mofang.desktop.image;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Images.Generated;
import studio.mofang.core.Media;

/// One picture that is looked at: its file, and who made it for how much.
record Picture(UUID file, String title, String provider, String modelName, long credits) {
    private static final String OFFLINE = "offline";

    static Picture of(Generated generated, String title) {
        return new Picture(
                generated.mediaId(), title, generated.provider(), generated.modelName(), generated.creditsUsed());
    }

    /// Empty where the creation's text refers to no file.
    static Optional<Picture> of(Creation creation) {
        var made = Objects.requireNonNullElseGet(
                creation.provenance(),
                () -> new Provenance("", "", null, 0, java.util.List.of(), creation.createdAt()));
        return Media.firstReference(creation.content())
                .map(file ->
                        new Picture(file, creation.title(), made.provider(), made.modelName(), made.creditsUsed()));
    }

    /// Drawn on this machine, by no AI.
    boolean offline() {
        return provider.equals(OFFLINE);
    }
}
