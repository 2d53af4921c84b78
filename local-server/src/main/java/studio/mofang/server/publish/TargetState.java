package studio.mofang.server.publish;

import java.util.Locale;

/// Where a publication stands on one platform.
enum TargetState {
    PENDING,
    SCHEDULED,
    PUBLISHING,
    PUBLISHED,
    FAILED,
    NEEDS_USER,
    CANCELLED,
    MISSED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TargetState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whether the machine still has something to do, sooner or later.
    boolean awaitsTheMachine() {
        return this == PENDING || this == SCHEDULED || this == PUBLISHING;
    }

    /// Whether a person may set it going again.
    boolean restartable() {
        return this == FAILED || this == MISSED || this == NEEDS_USER || this == CANCELLED;
    }
}
