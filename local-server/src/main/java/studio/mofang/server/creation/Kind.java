package studio.mofang.server.creation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What sort of thing a creation is, in the words of the contract's paths, and which writing tool it belongs to, if
/// any. What a model is good for is another question with words of its own: a `text` model makes `writing`, a `slides`
/// model makes `ppt`.
record Kind(String type, @Nullable String toolType) {
    static final String WRITING = "writing";
    static final Set<String> TYPES = Set.of(WRITING, "image", "video", "ppt");
}
