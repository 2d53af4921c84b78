package studio.mofang.server.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.platform.Platform;

/// A row of `publication_target`: one publication on one platform.
record Target(Key key, Pack pack, Status status, long turn, Instant updatedAt) {
    record Key(long userId, long publicationId, Platform platform) {}

    /// What changes. `dueAt` is when a node looks at it next; null where a person, or nobody, is to act.
    record Status(
            TargetState state,
            @Nullable Need need,
            @Nullable String reason,
            @Nullable String link,
            int attempts,
            @Nullable Instant dueAt,
            @Nullable Instant publishedAt) {
        static Status due(TargetState state, Instant dueAt) {
            return new Status(state, null, null, null, 0, dueAt, null);
        }

        static Status waiting(Need need, String reason) {
            return new Status(TargetState.NEEDS_USER, need, reason, null, 0, null, null);
        }

        static Status ended(TargetState state, @Nullable String reason) {
            return new Status(state, null, reason, null, 0, null, null);
        }

        static Status published(@Nullable String link, Instant when) {
            return new Status(TargetState.PUBLISHED, null, null, link, 0, null, when);
        }

        /// Still at work, with what went wrong so far.
        static Status again(int attempts, @Nullable String reason, Instant dueAt) {
            return new Status(TargetState.PUBLISHING, null, reason, null, attempts, dueAt, null);
        }
    }

    TargetState state() {
        return status.state();
    }

    Publications.Target wire() {
        var need = status.need();
        return new Publications.Target(
                key.platform().code(),
                key.platform().title(),
                status.state().word(),
                need == null ? null : need.word(),
                status.reason(),
                status.link(),
                status.attempts(),
                status.publishedAt(),
                updatedAt);
    }
}
