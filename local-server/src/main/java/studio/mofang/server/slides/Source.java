package studio.mofang.server.slides;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.MarkdownExport;

/// The article a deck is made from: its text, whose it is, and whether a model wrote it. Blank where there
/// is none.
record Source(String title, String markdown, List<UUID> parents, Optional<AiLabel> label) {
    static final Source NONE = of("");

    static Source of(String markdown) {
        return new Source("", markdown, List.of(), MarkdownExport.label(markdown));
    }

    static Source of(Creation creation) {
        return new Source(creation.title(), creation.content(), List.of(creation.uuid()), AiLabel.of(creation));
    }

    boolean given() {
        return !markdown.isBlank();
    }
}
