package studio.mofang.server.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Activities;

/// A row of `activity`. `endedAt` is when an admin ended it before its time.
record Activity(
        long id,
        String name,
        String description,
        Benefit benefit,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        Instant createdAt) {

    /// When it is over, or was.
    Instant over() {
        return endedAt != null && endedAt.isBefore(endsAt) ? endedAt : endsAt;
    }

    boolean ended(Instant now) {
        return !now.isBefore(over());
    }

    boolean upcoming(Instant now) {
        return !ended(now) && now.isBefore(startsAt);
    }

    boolean runs(Instant at) {
        return !at.isBefore(startsAt) && at.isBefore(over());
    }

    String status(Instant now) {
        if (ended(now)) {
            return Activities.ENDED;
        }
        return upcoming(now) ? Activities.UPCOMING : Activities.ACTIVE;
    }
}
