package studio.mofang.server.creation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What sort of thing a creation is, and which writing tool it belongs to, if any.
record Kind(String type, @Nullable String toolType) {
    static final String WRITING = "writing";
    static final Set<String> TYPES = Set.of(WRITING, "image", "video", "ppt");
}
