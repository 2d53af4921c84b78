package studio.mofang.server.media;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Idempotency;

/// Lets go of files whose creation was deleted for good, a week later, so that a text which is still being
/// written may yet take them over. What anything refers to stays and is looked at again after another week.
/// A file that no creation has ever had, as an upload or a template, never comes here: it is its owner's to
/// delete.
final class LooseMedia {
    static final Duration GRACE = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger(LooseMedia.class);
    private static final int USERS = 100;
    private static final int FILES = 500;

    private final Database database;
    private final List<Referrer> referrers;
    private final InstantSource clock;
    private final MediaRepository rows = new MediaRepository();

    LooseMedia(Database database, List<Referrer> referrers, InstantSource clock) {
        this.database = database;
        this.referrers = List.copyOf(referrers);
        this.clock = clock;
    }

    void sweep() {
        for (long userId : database.read(sql -> rows.ownersOfLoose(sql, due(), USERS))) {
            sweep(userId);
        }
    }

    /// The texts are read outside of any transaction: there may be a hundred thousand of them. Where the user
    /// has changed anything meanwhile, the next sweep looks anew.
    private void sweep(long userId) {
        var files = database.read(sql -> rows.loose(sql, userId, due(), FILES));
        var editions = database.read(sql -> editions(sql, userId));
        var referred = database.read(sql -> referred(sql, userId, files));
        var unused = new HashSet<>(files);
        unused.removeAll(referred);
        boolean settled = database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            if (!editions(tx, userId).equals(editions)) {
                return false;
            }
            rows.unused(tx, userId, unused);
            rows.loosened(tx, userId, referred, now());
            return true;
        });
        if (settled && !unused.isEmpty()) {
            log.info("Let go of {} files that nothing refers to", unused.size());
        }
    }

    /// Answers of requests are kept for a while, and may still tell of a file.
    private MediaRepository.Due due() {
        return new MediaRepository.Due(now().minus(GRACE), now().minus(Idempotency.KEPT));
    }

    private List<Long> editions(DSLContext sql, long userId) {
        return referrers.stream().map(one -> one.edition(sql, userId)).toList();
    }

    private Set<UUID> referred(DSLContext sql, long userId, Set<UUID> files) {
        var referred = new HashSet<UUID>();
        for (var referrer : referrers) {
            referred.addAll(referrer.referred(sql, userId, files));
        }
        return referred;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
