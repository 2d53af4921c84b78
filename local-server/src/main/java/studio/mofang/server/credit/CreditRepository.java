package studio.mofang.server.credit;

import static org.jooq.impl.DSL.inline;
import static studio.mofang.server.db.gen.Tables.CREDIT_ACCOUNT;
import static studio.mofang.server.db.gen.Tables.CREDIT_ENTRY;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.DSL;
import studio.mofang.core.Credits;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.db.RenderedOnce;
import studio.mofang.server.web.Paging;

/// `credit_account` and `credit_entry`: the guarded sums and the entries they are the sums of.
final class CreditRepository {
    private final RenderedOnce move = new RenderedOnce(CreditRepository::movement);
    private final RenderedOnce insert = new RenderedOnce(CreditRepository::insertion);

    /// `lastEntry` counts the entries.
    record Account(long balance, long held, long lastEntry) {
        static final Account EMPTY = new Account(0, 0, 0);

        long available() {
            return balance - held;
        }
    }

    /// `after` is the account with the amount already moved.
    record NewEntry(
            long userId, Account after, LedgerEntry entry, long amount, String reference, Instant at, long change) {}

    /// Makes the account of a user who never had credits.
    void open(DSLContext tx, long userId) {
        tx.insertInto(CREDIT_ACCOUNT)
                .set(CREDIT_ACCOUNT.USER_ID, userId)
                .set(CREDIT_ACCOUNT.BALANCE, 0L)
                .set(CREDIT_ACCOUNT.HELD, 0L)
                .set(CREDIT_ACCOUNT.LAST_ENTRY, 0L)
                .onConflictDoNothing()
                .execute();
    }

    Account account(DSLContext sql, long userId) {
        return sql.select(CREDIT_ACCOUNT.BALANCE, CREDIT_ACCOUNT.HELD, CREDIT_ACCOUNT.LAST_ENTRY)
                .from(CREDIT_ACCOUNT)
                .where(CREDIT_ACCOUNT.USER_ID.eq(userId))
                .fetchOptional(Records.mapping(Account::new))
                .orElse(Account.EMPTY);
    }

    /// False when that many are not available.
    boolean hold(DSLContext tx, long userId, long credits) {
        return tx.update(CREDIT_ACCOUNT)
                        .set(CREDIT_ACCOUNT.HELD, CREDIT_ACCOUNT.HELD.plus(credits))
                        .where(CREDIT_ACCOUNT.USER_ID.eq(userId))
                        .and(CREDIT_ACCOUNT.BALANCE.minus(CREDIT_ACCOUNT.HELD).ge(credits))
                        .execute()
                == 1;
    }

    void release(DSLContext tx, long userId, long credits) {
        tx.update(CREDIT_ACCOUNT)
                .set(CREDIT_ACCOUNT.HELD, CREDIT_ACCOUNT.HELD.minus(credits))
                .where(CREDIT_ACCOUNT.USER_ID.eq(userId))
                .execute();
    }

    /// Changes the balance and counts an entry: the account afterwards; absent when the entry's cause has done so
    /// before, when that many are not available, and when there is no account yet.
    Optional<Account> move(DSLContext tx, long userId, LedgerEntry entry, long amount) {
        return move.fetchOptional(
                tx,
                CreditRepository::moved,
                amount,
                userId,
                -amount,
                userId,
                entry.cause().stored(),
                entry.reference());
    }

    boolean recorded(DSLContext sql, long userId, LedgerEntry entry) {
        return sql.fetchExists(CREDIT_ENTRY, caused(userId, entry.cause(), entry.reference()));
    }

    /// How many credits the entry has moved, in either direction.
    long moved(DSLContext sql, long userId, LedgerEntry entry) {
        return Math.abs(sql.select(CREDIT_ENTRY.AMOUNT)
                .from(CREDIT_ENTRY)
                .where(caused(userId, entry.cause(), entry.reference()))
                .fetchSingle()
                .value1());
    }

    /// What came in because of this order.
    long given(DSLContext sql, long userId, String orderId) {
        var sum = sql.select(DSL.sum(CREDIT_ENTRY.AMOUNT))
                .from(CREDIT_ENTRY)
                .where(CREDIT_ENTRY.USER_ID.eq(userId))
                .and(CREDIT_ENTRY.CAUSE.in(Cause.ORDER.stored(), Cause.COUPON.stored(), Cause.ACTIVITY.stored()))
                .and(CREDIT_ENTRY.CAUSE_ID.eq(orderId))
                .and(CREDIT_ENTRY.AMOUNT.gt(0L))
                .fetchSingle()
                .value1();
        return sum == null ? 0 : sum.longValueExact();
    }

    void insert(DSLContext tx, NewEntry row) {
        insert.execute(
                tx,
                row.userId(),
                row.after().lastEntry(),
                UuidCreator.getTimeOrderedEpoch(),
                row.entry().type(),
                row.amount(),
                row.after().balance(),
                row.entry().cause().stored(),
                row.entry().reference(),
                row.reference(),
                row.entry().description(),
                row.at(),
                row.change());
    }

    long countEntries(DSLContext sql, long userId) {
        return sql.fetchCount(CREDIT_ENTRY, CREDIT_ENTRY.USER_ID.eq(userId));
    }

    List<Credits.Transaction> entries(DSLContext sql, long userId, Paging paging) {
        return sql.select(
                        CREDIT_ENTRY.ENTRY_NO,
                        CREDIT_ENTRY.UUID,
                        CREDIT_ENTRY.TYPE,
                        CREDIT_ENTRY.AMOUNT,
                        CREDIT_ENTRY.BALANCE_AFTER,
                        CREDIT_ENTRY.DESCRIPTION,
                        CREDIT_ENTRY.REFERENCE,
                        CREDIT_ENTRY.CREATED_AT)
                .from(CREDIT_ENTRY)
                .where(CREDIT_ENTRY.USER_ID.eq(userId))
                .orderBy(CREDIT_ENTRY.USER_ID.desc(), CREDIT_ENTRY.ENTRY_NO.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(Records.mapping(Credits.Transaction::new));
    }

    private static Query movement(DSLContext tx) {
        return tx.update(CREDIT_ACCOUNT)
                .set(CREDIT_ACCOUNT.BALANCE, CREDIT_ACCOUNT.BALANCE.plus(0L))
                .set(CREDIT_ACCOUNT.LAST_ENTRY, CREDIT_ACCOUNT.LAST_ENTRY.plus(inline(1L)))
                .where(CREDIT_ACCOUNT.USER_ID.eq(0L))
                .and(CREDIT_ACCOUNT.BALANCE.minus(CREDIT_ACCOUNT.HELD).ge(0L))
                .andNotExists(tx.selectOne().from(CREDIT_ENTRY).where(caused(0, Cause.ADMIN, "")))
                .returningResult(CREDIT_ACCOUNT.BALANCE, CREDIT_ACCOUNT.HELD, CREDIT_ACCOUNT.LAST_ENTRY);
    }

    private static Query insertion(DSLContext tx) {
        return tx.insertInto(CREDIT_ENTRY)
                .set(CREDIT_ENTRY.USER_ID, 0L)
                .set(CREDIT_ENTRY.ENTRY_NO, 0L)
                .set(CREDIT_ENTRY.UUID, new UUID(0, 0))
                .set(CREDIT_ENTRY.TYPE, "")
                .set(CREDIT_ENTRY.AMOUNT, 0L)
                .set(CREDIT_ENTRY.BALANCE_AFTER, 0L)
                .set(CREDIT_ENTRY.CAUSE, "")
                .set(CREDIT_ENTRY.CAUSE_ID, "")
                .set(CREDIT_ENTRY.REFERENCE, "")
                .set(CREDIT_ENTRY.DESCRIPTION, "")
                .set(CREDIT_ENTRY.CREATED_AT, Instant.EPOCH)
                .set(CREDIT_ENTRY.VERSION, inline(1L))
                .set(CREDIT_ENTRY.CHANGE_SEQ, 0L);
    }

    private static Account moved(Record row) {
        return new Account(
                row.get(CREDIT_ACCOUNT.BALANCE), row.get(CREDIT_ACCOUNT.HELD), row.get(CREDIT_ACCOUNT.LAST_ENTRY));
    }

    private static Condition caused(long userId, Cause cause, String reference) {
        return CREDIT_ENTRY
                .USER_ID
                .eq(userId)
                .and(CREDIT_ENTRY.CAUSE.eq(cause.stored()))
                .and(CREDIT_ENTRY.CAUSE_ID.eq(reference));
    }
}
