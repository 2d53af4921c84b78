package studio.mofang.server.publish;

import static studio.mofang.server.db.gen.Tables.PUBLICATION_TARGET;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.db.gen.tables.records.PublicationTargetRecord;
import studio.mofang.server.publish.Target.Key;
import studio.mofang.server.publish.Target.Status;

/// `publication_target`. Every change names the turn that it has seen, so that it fails where somebody was
/// faster.
final class TargetRepository {
    private static final int LONGEST = 1000;
    private static final List<String> ACTIVE =
            List.of(TargetState.PENDING.word(), TargetState.SCHEDULED.word(), TargetState.PUBLISHING.word());

    void insert(DSLContext tx, Key key, Pack pack, Status status, Instant now) {
        tx.insertInto(PUBLICATION_TARGET)
                .set(PUBLICATION_TARGET.USER_ID, key.userId())
                .set(PUBLICATION_TARGET.PUBLICATION_ID, key.publicationId())
                .set(PUBLICATION_TARGET.PLATFORM, key.platform().code())
                .set(PUBLICATION_TARGET.PACK, written(pack))
                .set(PUBLICATION_TARGET.STATE, status.state().word())
                .set(PUBLICATION_TARGET.DUE_AT, status.dueAt())
                .set(PUBLICATION_TARGET.ATTEMPTS, 0)
                .set(PUBLICATION_TARGET.TURN, 0L)
                .set(PUBLICATION_TARGET.UPDATED_AT, now)
                .execute();
    }

    Optional<Target> find(DSLContext sql, Key key) {
        return sql.selectFrom(PUBLICATION_TARGET).where(is(key)).fetchOptional(TargetRepository::target);
    }

    /// Nobody else changes it until the transaction ends.
    Optional<Target> lock(DSLContext tx, Key key) {
        return tx.selectFrom(PUBLICATION_TARGET).where(is(key)).forUpdate().fetchOptional(TargetRepository::target);
    }

    List<Target> of(DSLContext sql, long userId, Collection<Long> publications) {
        return sql.selectFrom(PUBLICATION_TARGET)
                .where(PUBLICATION_TARGET.USER_ID.eq(userId))
                .and(PUBLICATION_TARGET.PUBLICATION_ID.in(publications))
                .orderBy(PUBLICATION_TARGET.PUBLICATION_ID, PUBLICATION_TARGET.PLATFORM)
                .fetch(TargetRepository::target);
    }

    /// The packs of these publications that refer to files, as they are stored.
    List<String> referringPacks(DSLContext sql, long userId, Collection<Long> publications) {
        return sql.select(PUBLICATION_TARGET.PACK)
                .from(PUBLICATION_TARGET)
                .where(PUBLICATION_TARGET.USER_ID.eq(userId))
                .and(PUBLICATION_TARGET.PUBLICATION_ID.in(publications))
                .and(PUBLICATION_TARGET.PACK.like("%media:%"))
                .fetch(PUBLICATION_TARGET.PACK);
    }

    List<Target> due(DSLContext sql, Instant now, int most) {
        return sql.selectFrom(PUBLICATION_TARGET)
                .where(PUBLICATION_TARGET.STATE.in(ACTIVE))
                .and(PUBLICATION_TARGET.DUE_AT.le(now))
                .orderBy(PUBLICATION_TARGET.DUE_AT)
                .limit(most)
                .fetch(TargetRepository::target);
    }

    Optional<Instant> nextDue(DSLContext sql) {
        return sql.select(DSL.min(PUBLICATION_TARGET.DUE_AT))
                .from(PUBLICATION_TARGET)
                .where(PUBLICATION_TARGET.STATE.in(ACTIVE))
                .fetchOptional(row -> row.value1());
    }

    /// Whatever was being published is due at once: for a store whose only process has just started.
    void wakeAll(DSLContext tx, Instant now) {
        tx.update(PUBLICATION_TARGET)
                .set(PUBLICATION_TARGET.DUE_AT, now)
                .where(PUBLICATION_TARGET.STATE.eq(TargetState.PUBLISHING.word()))
                .and(PUBLICATION_TARGET.DUE_AT.gt(now))
                .execute();
    }

    /// False where the turn has moved on.
    boolean save(DSLContext tx, Target seen, Status status, long turn, Instant now) {
        var need = status.need();
        return tx.update(PUBLICATION_TARGET)
                        .set(PUBLICATION_TARGET.STATE, status.state().word())
                        .set(PUBLICATION_TARGET.NEED, need == null ? null : need.word())
                        .set(PUBLICATION_TARGET.REASON, cut(status.reason()))
                        .set(PUBLICATION_TARGET.LINK, status.link())
                        .set(PUBLICATION_TARGET.ATTEMPTS, status.attempts())
                        .set(PUBLICATION_TARGET.DUE_AT, status.dueAt())
                        .set(PUBLICATION_TARGET.PUBLISHED_AT, status.publishedAt())
                        .set(PUBLICATION_TARGET.TURN, turn)
                        .set(PUBLICATION_TARGET.UPDATED_AT, now)
                        .where(is(seen.key()))
                        .and(PUBLICATION_TARGET.TURN.eq(seen.turn()))
                        .execute()
                == 1;
    }

    /// Whoever holds this turn goes on holding it; false where it has moved on.
    boolean renew(DSLContext tx, Target mine, Instant until) {
        return tx.update(PUBLICATION_TARGET)
                        .set(PUBLICATION_TARGET.DUE_AT, until)
                        .where(is(mine.key()))
                        .and(PUBLICATION_TARGET.TURN.eq(mine.turn()))
                        .and(PUBLICATION_TARGET.STATE.eq(TargetState.PUBLISHING.word()))
                        .execute()
                == 1;
    }

    private static Condition is(Key key) {
        return PUBLICATION_TARGET
                .USER_ID
                .eq(key.userId())
                .and(PUBLICATION_TARGET.PUBLICATION_ID.eq(key.publicationId()))
                .and(PUBLICATION_TARGET.PLATFORM.eq(key.platform().code()));
    }

    private static Target target(PublicationTargetRecord row) {
        var key = new Key(
                row.getUserId(),
                row.getPublicationId(),
                Platform.find(row.getPlatform()).orElseThrow());
        var need = row.getNeed();
        var status = new Status(
                TargetState.of(row.getState()),
                need == null ? null : Need.of(need),
                row.getReason(),
                row.getLink(),
                row.getAttempts(),
                row.getDueAt(),
                row.getPublishedAt());
        return new Target(key, read(row.getPack()), status, row.getTurn(), row.getUpdatedAt());
    }

    private static String written(Pack pack) {
        try {
            return Json.shared().writeValueAsString(pack);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a pack", e);
        }
    }

    private static Pack read(String pack) {
        try {
            return Json.shared().readValue(pack, Pack.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a pack of ours", e);
        }
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
