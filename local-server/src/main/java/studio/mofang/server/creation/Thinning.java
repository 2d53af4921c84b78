package studio.mofang.server.creation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Creations.Version;
import studio.mofang.server.creation.VersionRepository.Whose;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;

/// Lets go of old versions, which an autosave every few minutes makes many of. Kept are: every version with a name,
/// every generated one (it has been paid), the latest fifty, whatever is younger than thirty days (a device that was
/// away may still merge against it), and of each earlier day the last.
public final class Thinning {
    static final int LATEST = 50;
    static final Duration YOUNG = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(Thinning.class);
    private static final int BATCH = 200;
    private static final int MOST_VERSIONS = 100_000;

    private final Database database;
    private final InstantSource clock;
    private final VersionRepository versions = new VersionRepository();

    Thinning(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Each creation in its own transaction; safe on several nodes at once.
    public void sweep() {
        var then = clock.instant().minus(YOUNG);
        int gone = 0;
        for (var some = after(Whose.FIRST, then); !some.isEmpty(); some = after(some.getLast(), then)) {
            gone += some.stream().mapToInt(one -> thinned(one, then)).sum();
        }
        if (gone > 0) {
            log.info("Let go of {} old versions", gone);
        }
    }

    private List<Whose> after(Whose last, Instant then) {
        return database.read(sql -> versions.longHistories(sql, last, LATEST, then, BATCH));
    }

    private int thinned(Whose one, Instant then) {
        return database.write(tx -> {
            ChangeSequence.hold(tx, one.userId());
            var history = versions.page(tx, one.userId(), one.creationId(), 0, MOST_VERSIONS);
            var superfluous = superfluous(history, then);
            if (!superfluous.isEmpty()) {
                versions.forget(tx, one.userId(), one.creationId(), superfluous);
            }
            return superfluous.size();
        });
    }

    /// The numbers of those that go; `history` has the latest first.
    static Set<Long> superfluous(List<Version> history, Instant then) {
        var days = new HashSet<LocalDate>();
        var superfluous = new HashSet<Long>();
        for (int i = 0; i < history.size(); i++) {
            var version = history.get(i);
            boolean lastOfItsDay = days.add(BeijingTime.date(version.createdAt()));
            boolean kept = i < LATEST
                    || lastOfItsDay
                    || version.name() != null
                    || version.cause().equals(Cause.GENERATED.word())
                    || !version.createdAt().isBefore(then);
            if (!kept) {
                superfluous.add(version.version());
            }
        }
        return superfluous;
    }
}
