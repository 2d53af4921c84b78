package studio.mofang.server.creation;

import java.util.Locale;

/// Where a creation is: in the gallery, in the trash, or gone with only its tombstone left (rule Y10).
public enum State {
    LIVING,
    TRASH,
    PURGED;

    /// As the database writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
