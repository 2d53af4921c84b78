package studio.mofang.server.creation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a creation was made, last changed, and put into the trash or purged.
record Times(Instant createdAt, Instant updatedAt, @Nullable Instant deletedAt) {
    static Times made(Instant now) {
        return new Times(now, now, null);
    }

    Times changed(Instant now) {
        return new Times(createdAt, now, deletedAt);
    }

    Times deleted(Instant now) {
        return new Times(createdAt, updatedAt, now);
    }

    Times kept() {
        return new Times(createdAt, updatedAt, null);
    }
}
