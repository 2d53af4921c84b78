package studio.mofang.server.creation;

import org.jspecify.annotations.Nullable;

/// Which part of the gallery a list shows, and by which time it goes, newest first; what is absent does not narrow it.
record Filter(
        State state,
        @Nullable String type,
        @Nullable String toolType,
        @Nullable String tag,
        Order order) {
    enum Order {
        CREATED,
        UPDATED
    }
}
