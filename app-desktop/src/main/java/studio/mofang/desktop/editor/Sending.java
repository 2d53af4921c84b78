package studio.mofang.desktop.editor;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;

/// A text on its way to the server.
///
/// @param id where it goes; absent where the server has to tell by the draft's UUID
/// @param before what was sent last, which may have been taken though the answer never came
record Sending(@Nullable Long id, Draft draft, @Nullable Draft before) {
    static boolean same(Draft draft, Creation stored) {
        return stored.content().equals(draft.content())
                && stored.title().equals(draft.title())
                && Set.copyOf(stored.tags()).equals(Set.copyOf(tags(draft)));
    }

    /// Whether `found` may give way without a word: it is what this was written on, what this machine sent before, or
    /// stands in this from the first character on.
    boolean covers(Creation found) {
        return writtenOn(found) || same(draft, found) || (before != null && same(before, found)) || contains(found);
    }

    /// A first version that was never answered was made by this very document.
    private boolean writtenOn(Creation found) {
        var base = draft.baseVersion();
        return found.version() == (base == null ? 1 : base);
    }

    private boolean contains(Creation found) {
        return text(draft.content()).startsWith(found.content())
                && text(draft.title()).startsWith(found.title())
                && tags(draft).containsAll(found.tags());
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static List<String> tags(Draft draft) {
        return Objects.requireNonNullElse(draft.tags(), List.of());
    }
}
