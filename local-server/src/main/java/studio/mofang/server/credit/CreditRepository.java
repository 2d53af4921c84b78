package studio.mofang.server.credit;

import static studio.mofang.server.db.gen.Tables.CREDIT_ACCOUNT;
import static studio.mofang.server.db.gen.Tables.CREDIT_ENTRY;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import studio.mofang.core.Credits;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.web.Paging;

/// `credit_account` and `credit_entry`: the guarded sums and the entries they are the sums of.
final class CreditRepository {
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

    /// Changes the balance and counts an entry: the account afterwards; absent when that many are not available.
    Optional<Account> move(DSLContext tx, long userId, long amount) {
        return tx.update(CREDIT_ACCOUNT)
                .set(CREDIT_ACCOUNT.BALANCE, CREDIT_ACCOUNT.BALANCE.plus(amount))
                .set(CREDIT_ACCOUNT.LAST_ENTRY, CREDIT_ACCOUNT.LAST_ENTRY.plus(1))
                .where(CREDIT_ACCOUNT.USER_ID.eq(userId))
                .and(CREDIT_ACCOUNT.BALANCE.minus(CREDIT_ACCOUNT.HELD).ge(-amount))
                .returningResult(CREDIT_ACCOUNT.BALANCE, CREDIT_ACCOUNT.HELD, CREDIT_ACCOUNT.LAST_ENTRY)
                .fetchOptional(Records.mapping(Account::new));
    }

    boolean recorded(DSLContext sql, long userId, LedgerEntry entry) {
        return sql.fetchExists(
                CREDIT_ENTRY,
                CREDIT_ENTRY
                        .USER_ID
                        .eq(userId)
                        .and(CREDIT_ENTRY.CAUSE.eq(entry.cause().stored()))
                        .and(CREDIT_ENTRY.CAUSE_ID.eq(entry.reference())));
    }

    /// How many credits the entry has moved, in either direction.
    long moved(DSLContext sql, long userId, LedgerEntry entry) {
        return Math.abs(sql.select(CREDIT_ENTRY.AMOUNT)
                .from(CREDIT_ENTRY)
                .where(CREDIT_ENTRY.USER_ID.eq(userId))
                .and(CREDIT_ENTRY.CAUSE.eq(entry.cause().stored()))
                .and(CREDIT_ENTRY.CAUSE_ID.eq(entry.reference()))
                .fetchSingle()
                .value1());
    }

    /// What came in because of this order.
    long given(DSLContext sql, long userId, String orderId) {
        var sum = sql.select(DSL.sum(CREDIT_ENTRY.AMOUNT))
                .from(CREDIT_ENTRY)
                .where(CREDIT_ENTRY.USER_ID.eq(userId))
                .and(CREDIT_ENTRY.CAUSE.in(Cause.ORDER.stored(), Cause.COUPON.stored()))
                .and(CREDIT_ENTRY.CAUSE_ID.eq(orderId))
                .and(CREDIT_ENTRY.AMOUNT.gt(0L))
                .fetchSingle()
                .value1();
        return sum == null ? 0 : sum.longValueExact();
    }

    void insert(DSLContext tx, NewEntry row) {
        tx.insertInto(CREDIT_ENTRY)
                .set(CREDIT_ENTRY.USER_ID, row.userId())
                .set(CREDIT_ENTRY.ENTRY_NO, row.after().lastEntry())
                .set(CREDIT_ENTRY.UUID, UuidCreator.getTimeOrderedEpoch())
                .set(CREDIT_ENTRY.TYPE, row.entry().type())
                .set(CREDIT_ENTRY.AMOUNT, row.amount())
                .set(CREDIT_ENTRY.BALANCE_AFTER, row.after().balance())
                .set(CREDIT_ENTRY.CAUSE, row.entry().cause().stored())
                .set(CREDIT_ENTRY.CAUSE_ID, row.entry().reference())
                .set(CREDIT_ENTRY.REFERENCE, row.reference())
                .set(CREDIT_ENTRY.DESCRIPTION, row.entry().description())
                .set(CREDIT_ENTRY.CREATED_AT, row.at())
                .set(CREDIT_ENTRY.VERSION, 1L)
                .set(CREDIT_ENTRY.CHANGE_SEQ, row.change())
                .execute();
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
}
