package studio.mofang.server.publish;

import static studio.mofang.server.db.gen.Tables.PUBLICATION_STEP;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.publish.Target.Key;

/// `publication_step`, the journal of what was sent to a platform.
final class StepRepository {
    private static final String SENT = "sent";
    private static final String DONE = "done";

    /// `result` is what the platform answered; absent while that is not known.
    record Step(
            Instant sentAt,
            @Nullable String result,
            @Nullable Instant doneAt) {}

    Optional<Step> find(DSLContext sql, Key key, String name) {
        return sql.select(PUBLICATION_STEP.SENT_AT, PUBLICATION_STEP.RESULT, PUBLICATION_STEP.DONE_AT)
                .from(PUBLICATION_STEP)
                .where(is(key, name))
                .fetchOptional(Records.mapping(Step::new));
    }

    void sent(DSLContext tx, Key key, String name, Instant now) {
        tx.insertInto(PUBLICATION_STEP)
                .set(PUBLICATION_STEP.USER_ID, key.userId())
                .set(PUBLICATION_STEP.PUBLICATION_ID, key.publicationId())
                .set(PUBLICATION_STEP.PLATFORM, key.platform().code())
                .set(PUBLICATION_STEP.NAME, name)
                .set(PUBLICATION_STEP.STATE, SENT)
                .set(PUBLICATION_STEP.SENT_AT, now)
                .execute();
    }

    void done(DSLContext tx, Key key, String name, String result, Instant now) {
        tx.update(PUBLICATION_STEP)
                .set(PUBLICATION_STEP.STATE, DONE)
                .set(PUBLICATION_STEP.RESULT, result)
                .set(PUBLICATION_STEP.DONE_AT, now)
                .where(is(key, name))
                .execute();
    }

    void forget(DSLContext tx, Key key, String name) {
        tx.deleteFrom(PUBLICATION_STEP).where(is(key, name)).execute();
    }

    /// Whose step of a user's on a platform has this name.
    Optional<Key> named(DSLContext sql, long userId, Platform platform, String name) {
        return sql.select(PUBLICATION_STEP.PUBLICATION_ID)
                .from(PUBLICATION_STEP)
                .where(PUBLICATION_STEP.USER_ID.eq(userId))
                .and(PUBLICATION_STEP.PLATFORM.eq(platform.code()))
                .and(PUBLICATION_STEP.NAME.eq(name))
                .limit(1)
                .fetchOptional(row -> new Key(userId, row.value1(), platform));
    }

    /// Of which nobody knows what came of them.
    int forgetUnknown(DSLContext tx, Key key) {
        return tx.deleteFrom(PUBLICATION_STEP)
                .where(of(key))
                .and(PUBLICATION_STEP.STATE.eq(SENT))
                .execute();
    }

    void forgetAllBut(DSLContext tx, Key key, String name) {
        tx.deleteFrom(PUBLICATION_STEP)
                .where(of(key))
                .and(PUBLICATION_STEP.NAME.ne(name))
                .execute();
    }

    private static Condition of(Key key) {
        return PUBLICATION_STEP
                .USER_ID
                .eq(key.userId())
                .and(PUBLICATION_STEP.PUBLICATION_ID.eq(key.publicationId()))
                .and(PUBLICATION_STEP.PLATFORM.eq(key.platform().code()));
    }

    private static Condition is(Key key, String name) {
        return of(key).and(PUBLICATION_STEP.NAME.eq(name));
    }
}
