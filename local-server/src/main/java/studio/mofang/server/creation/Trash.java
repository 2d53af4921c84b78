package studio.mofang.server.creation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Fault;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Problem;

/// Deleted creations: back within thirty days, then purged. A purged one leaves an empty tombstone for the devices that
/// have not heard of it (rule Y10); tombstones are small and stay for good.
public final class Trash {
    private static final Logger log = LoggerFactory.getLogger(Trash.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 200;

    private final Database database;
    private final InstantSource clock;
    private final LongConsumer changed;
    private final Consumer<Purged> purged;
    private final CreationRepository creations = new CreationRepository();
    private final VersionRepository versions = new VersionRepository();
    private final TagRepository tags = new TagRepository();
    private final References references = new References();

    Trash(Database database, InstantSource clock, LongConsumer changed, Consumer<Purged> purged) {
        this.database = database;
        this.clock = clock;
        this.changed = changed;
        this.purged = purged;
    }

    void delete(long userId, long id) {
        database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            var found = in(State.LIVING, tx, userId, id);
            tags.trashed(tx, userId, id, true);
            return moved(
                    tx,
                    userId,
                    found.in(State.TRASH, found.times().deleted(clock.instant().truncatedTo(ChronoUnit.MICROS))));
        });
    }

    Creation restore(long userId, long id) {
        return database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            var found = in(State.TRASH, tx, userId, id);
            return restored(tx, userId, found).wire(tags.of(tx, userId, id));
        });
    }

    void purge(long userId, long id) {
        database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            return purged(tx, userId, in(State.TRASH, tx, userId, id));
        });
    }

    /// Purges what has been here for thirty days; each creation in its own transaction.
    public void sweep() {
        var then = clock.instant().minus(KEPT);
        for (var old = due(then); !old.isEmpty(); old = due(then)) {
            old.forEach(one -> purgeDue(one.userId(), one.id()));
            log.info("Purged {} creations from the trash", old.size());
        }
    }

    Stored restored(DSLContext tx, long userId, Stored found) {
        tags.trashed(tx, userId, found.id(), false);
        return moved(tx, userId, found.in(State.LIVING, found.times().kept()));
    }

    private List<CreationRepository.Trashed> due(Instant then) {
        return database.read(sql -> creations.trashedBefore(sql, then, BATCH));
    }

    /// Another node, or the user, may have been faster.
    private void purgeDue(long userId, long id) {
        database.write(tx -> {
            ChangeSequence.hold(tx, userId);
            return creations
                    .find(tx, userId, id)
                    .filter(found -> found.is(State.TRASH))
                    .map(found -> purged(tx, userId, found));
        });
    }

    private Stored purged(DSLContext tx, long userId, Stored found) {
        purged.accept(new Purged(userId, found.id(), references.of(tx, userId, found)));
        versions.forget(tx, userId, found.id());
        tags.forget(tx, userId, found.id());
        var tombstone = found.with(Text.NONE, found.edition().renumbered(), found.times())
                .in(State.PURGED, found.times())
                .numbered(ChangeSequence.next(tx, userId));
        creations.saveText(tx, userId, tombstone);
        return moved(tx, userId, tombstone);
    }

    private Stored moved(DSLContext tx, long userId, Stored found) {
        var moved = found.numbered(ChangeSequence.next(tx, userId));
        creations.saveState(tx, userId, moved);
        database.afterCommit(() -> changed.accept(userId));
        return moved;
    }

    private Stored in(State state, DSLContext sql, long userId, long id) {
        return creations
                .find(sql, userId, id)
                .filter(found -> found.is(state))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND, state == State.TRASH ? "回收站里没有这个作品" : "作品不存在或已删除"));
    }
}
