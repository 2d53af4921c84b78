package studio.mofang.server.creation;

import java.util.Locale;

/// Why a version of a creation exists.
enum Cause {
    CREATED,
    EDITED,
    GENERATED,
    RESTORED;

    /// As the database and the API write it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Cause of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
