package studio.mofang.server.credit;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static studio.mofang.server.db.gen.Tables.CREDIT_ACCOUNT;
import static studio.mofang.server.db.gen.Tables.CREDIT_ENTRY;
import static studio.mofang.server.db.gen.Tables.CREDIT_HOLD;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import studio.mofang.server.credit.LedgerEntry.Cause;

/// The proofs of `LedgerCheck`; each answers with the users for whom it fails.
final class LedgerCheckRepository {
    private static final int MOST = 100;
    private static final Field<Long> TOTAL = DSL.field(name("total"), SQLDataType.BIGINT);
    private static final Field<Long> AFTER = DSL.field(name("balance_after"), SQLDataType.BIGINT);
    private static final Field<Integer> ENTRIES = DSL.field(name("entries"), SQLDataType.INTEGER);
    private static final Field<Long> LAST = DSL.field(name("last_no"), SQLDataType.BIGINT);

    List<Long> wrongBalances(DSLContext sql) {
        var sums = select(
                        CREDIT_ENTRY.USER_ID,
                        sum(CREDIT_ENTRY.AMOUNT).cast(SQLDataType.BIGINT).as(TOTAL),
                        count().as(ENTRIES),
                        max(CREDIT_ENTRY.ENTRY_NO).as(LAST))
                .from(CREDIT_ENTRY)
                .groupBy(CREDIT_ENTRY.USER_ID)
                .asTable("sums");
        return sql.select(CREDIT_ACCOUNT.USER_ID)
                .from(CREDIT_ACCOUNT)
                .leftJoin(sums)
                .on(CREDIT_ACCOUNT.USER_ID.eq(sums.field(CREDIT_ENTRY.USER_ID)))
                .where(coalesce(sums.field(TOTAL), inline(0L)).ne(CREDIT_ACCOUNT.BALANCE))
                .or(coalesce(sums.field(ENTRIES), inline(0))
                        .cast(SQLDataType.BIGINT)
                        .ne(CREDIT_ACCOUNT.LAST_ENTRY))
                .or(coalesce(sums.field(LAST), inline(0L)).ne(CREDIT_ACCOUNT.LAST_ENTRY))
                .limit(MOST)
                .fetch(CREDIT_ACCOUNT.USER_ID);
    }

    List<Long> wrongHeld(DSLContext sql) {
        var open = select(
                        CREDIT_HOLD.USER_ID,
                        sum(CREDIT_HOLD.CREDITS).cast(SQLDataType.BIGINT).as(TOTAL))
                .from(CREDIT_HOLD)
                .where(CREDIT_HOLD.STATUS.eq("open"))
                .groupBy(CREDIT_HOLD.USER_ID)
                .asTable("open_holds");
        return sql.select(CREDIT_ACCOUNT.USER_ID)
                .from(CREDIT_ACCOUNT)
                .leftJoin(open)
                .on(CREDIT_ACCOUNT.USER_ID.eq(open.field(CREDIT_HOLD.USER_ID)))
                .where(coalesce(open.field(TOTAL), inline(0L)).ne(CREDIT_ACCOUNT.HELD))
                .limit(MOST)
                .fetch(CREDIT_ACCOUNT.USER_ID);
    }

    List<Long> wrongRunningSums(DSLContext sql) {
        var running = select(
                        CREDIT_ENTRY.USER_ID,
                        CREDIT_ENTRY.BALANCE_AFTER,
                        sum(CREDIT_ENTRY.AMOUNT)
                                .over()
                                .partitionBy(CREDIT_ENTRY.USER_ID)
                                .orderBy(CREDIT_ENTRY.ENTRY_NO)
                                .cast(SQLDataType.BIGINT)
                                .as(TOTAL))
                .from(CREDIT_ENTRY)
                .asTable("running");
        return sql.selectDistinct(running.field(CREDIT_ENTRY.USER_ID))
                .from(running)
                .where(AFTER.ne(TOTAL))
                .limit(MOST)
                .fetch(running.field(CREDIT_ENTRY.USER_ID));
    }

    List<Long> withoutAccount(DSLContext sql) {
        var moved = select(CREDIT_ENTRY.USER_ID).from(CREDIT_ENTRY);
        var held = select(CREDIT_HOLD.USER_ID).from(CREDIT_HOLD);
        var users = moved.union(held).asTable("users");
        return sql.select(users.field(CREDIT_ENTRY.USER_ID))
                .from(users)
                .where(notExists(selectOne()
                        .from(CREDIT_ACCOUNT)
                        .where(CREDIT_ACCOUNT.USER_ID.eq(users.field(CREDIT_ENTRY.USER_ID)))))
                .limit(MOST)
                .fetch(users.field(CREDIT_ENTRY.USER_ID));
    }

    List<Long> capturedWithoutEntry(DSLContext sql) {
        var entry = selectOne()
                .from(CREDIT_ENTRY)
                .where(CREDIT_ENTRY.USER_ID.eq(CREDIT_HOLD.USER_ID))
                .and(CREDIT_ENTRY.CAUSE.eq(Cause.HOLD.stored()))
                .and(CREDIT_ENTRY.CAUSE_ID.eq(CREDIT_HOLD.ID.cast(SQLDataType.VARCHAR(64))))
                .and(CREDIT_ENTRY.AMOUNT.eq(CREDIT_HOLD.CREDITS.neg()));
        return sql.selectDistinct(CREDIT_HOLD.USER_ID)
                .from(CREDIT_HOLD)
                .where(CREDIT_HOLD.STATUS.eq("captured").and(notExists(entry)))
                .or(CREDIT_HOLD.STATUS.ne("captured").and(exists(entry)))
                .limit(MOST)
                .fetch(CREDIT_HOLD.USER_ID);
    }
}
