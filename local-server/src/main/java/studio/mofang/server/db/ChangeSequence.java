package studio.mofang.server.db;

import static org.jooq.impl.DSL.inline;
import static studio.mofang.server.db.gen.Tables.CHANGE_COUNTER;

import org.jooq.DSLContext;
import org.jooq.Query;

/// Numbers a user's changes without gaps, in commit order: the counter row stays locked until the transaction ends, so
/// nobody can read change n+1 before change n is there (rule Y4). Every synchronised row stores the number it got.
public final class ChangeSequence {
    private static final RenderedOnce NEXT = new RenderedOnce(ChangeSequence::counted);

    private ChangeSequence() {}

    /// For a new user, before the first change.
    public static void open(DSLContext tx, long userId) {
        tx.insertInto(CHANGE_COUNTER)
                .set(CHANGE_COUNTER.USER_ID, userId)
                .set(CHANGE_COUNTER.LAST_SEQ, 0L)
                .execute();
    }

    /// Makes this transaction the only one that changes anything of the user's until it ends. Whoever locks rows of a
    /// user does this first, so that no two transactions wait for each other.
    public static void hold(DSLContext tx, long userId) {
        tx.select(CHANGE_COUNTER.LAST_SEQ)
                .from(CHANGE_COUNTER)
                .where(CHANGE_COUNTER.USER_ID.eq(userId))
                .forUpdate()
                .fetchSingle();
    }

    public static long next(DSLContext tx, long userId) {
        return NEXT.fetchOptional(tx, row -> row.get(CHANGE_COUNTER.LAST_SEQ), userId)
                .orElseThrow(() -> new IllegalStateException("user " + userId + " has no change counter"));
    }

    public static long last(DSLContext tx, long userId) {
        return tx.select(CHANGE_COUNTER.LAST_SEQ)
                .from(CHANGE_COUNTER)
                .where(CHANGE_COUNTER.USER_ID.eq(userId))
                .fetchSingle()
                .value1();
    }

    private static Query counted(DSLContext tx) {
        return tx.update(CHANGE_COUNTER)
                .set(CHANGE_COUNTER.LAST_SEQ, CHANGE_COUNTER.LAST_SEQ.plus(inline(1L)))
                .where(CHANGE_COUNTER.USER_ID.eq(0L))
                .returningResult(CHANGE_COUNTER.LAST_SEQ);
    }
}
