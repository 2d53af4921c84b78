package studio.mofang.server.publish;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.db.Database;
import studio.mofang.server.publish.Target.Key;

/// Under which numbers Douyin will tell of what was handed to its app. Every opening of the app has another.
final class Shares {
    private static final int LONGEST = 64;
    private static final String PREFIX = "share:";

    private final Database database;
    private final InstantSource clock;
    private final StepRepository steps = new StepRepository();

    Shares(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void remember(Key key, String shareId) {
        if (shareId.length() <= LONGEST) {
            var now = now();
            database.write(tx -> {
                steps.forget(tx, key, PREFIX + shareId);
                steps.sent(tx, key, PREFIX + shareId, now);
                steps.done(tx, key, PREFIX + shareId, shareId, now);
                return true;
            });
        }
    }

    /// What of this user's was handed over under that number.
    Optional<Key> of(long userId, String shareId) {
        return database.read(sql -> steps.named(sql, userId, Platform.DOUYIN, PREFIX + shareId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
