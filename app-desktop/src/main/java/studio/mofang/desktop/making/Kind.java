package studio.mofang.desktop.making;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a pane makes, and so which models it offers.
public enum Kind {
    IMAGE("image", null),
    VIDEO("video", null),
    /// A model that writes texts can think out a deck as well; the server takes it where none is named.
    SLIDES("slides", "text");

    /// What a deck costs where no model is named.
    static final int UNNAMED_COST = 30;

    private final String word;
    private final @Nullable String standIn;

    Kind(String word, @Nullable String standIn) {
        this.word = word;
        this.standIn = standIn;
    }

    /// As the API and the messages name it.
    String word() {
        return word;
    }

    /// The kind of the models that serve where there is none of this kind.
    Optional<String> standIn() {
        return Optional.ofNullable(standIn);
    }
}
