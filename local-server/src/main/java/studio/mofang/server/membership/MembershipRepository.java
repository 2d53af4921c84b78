package studio.mofang.server.membership;

import static studio.mofang.server.db.gen.Tables.MEMBERSHIP;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import studio.mofang.server.db.gen.tables.records.MembershipRecord;

/// `membership`: the granted periods.
final class MembershipRepository {
    /// More periods than anybody buys ahead.
    private static final int MOST = 1000;

    record Period(String type, Instant start, Instant end) {
        Duration length() {
            return Duration.between(start, end);
        }
    }

    /// Which period is changed, and the number of the change.
    record Row(long userId, String reference, long change) {
        Row of(String other) {
            return new Row(userId, other, change);
        }
    }

    /// The running period first, then those that follow it.
    List<Period> endingAfter(DSLContext sql, long userId, Instant now) {
        return sql.select(MEMBERSHIP.TYPE, MEMBERSHIP.STARTS_AT, MEMBERSHIP.ENDS_AT)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.ENDS_AT.gt(now))
                .and(MEMBERSHIP.REVOKED_AT.isNull())
                .orderBy(MEMBERSHIP.ENDS_AT)
                .limit(MOST)
                .fetch(Records.mapping(Period::new));
    }

    boolean granted(DSLContext sql, long userId, String reference) {
        return sql.fetchExists(MEMBERSHIP, MEMBERSHIP.USER_ID.eq(userId).and(MEMBERSHIP.REFERENCE.eq(reference)));
    }

    Optional<Instant> lastEnd(DSLContext sql, long userId) {
        return Optional.ofNullable(sql.select(DSL.max(MEMBERSHIP.ENDS_AT))
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.REVOKED_AT.isNull())
                .fetchSingle()
                .value1());
    }

    void insert(DSLContext tx, Period period, long userId, String reference, Instant now, long change) {
        tx.insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.USER_ID, userId)
                .set(MEMBERSHIP.REFERENCE, reference)
                .set(MEMBERSHIP.UUID, UuidCreator.getTimeOrderedEpoch())
                .set(MEMBERSHIP.TYPE, period.type())
                .set(MEMBERSHIP.STARTS_AT, period.start())
                .set(MEMBERSHIP.ENDS_AT, period.end())
                .set(MEMBERSHIP.CREATED_AT, now)
                .set(MEMBERSHIP.VERSION, 1L)
                .set(MEMBERSHIP.CHANGE_SEQ, change)
                .execute();
    }

    /// Unless it was taken back whole.
    Optional<Period> find(DSLContext sql, long userId, String reference) {
        return sql.select(MEMBERSHIP.TYPE, MEMBERSHIP.STARTS_AT, MEMBERSHIP.ENDS_AT)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.REFERENCE.eq(reference))
                .and(MEMBERSHIP.REVOKED_AT.isNull())
                .fetchOptional(Records.mapping(Period::new));
    }

    /// What the other periods that begin then or later are known by.
    List<String> startingFrom(DSLContext sql, Row row, Instant end) {
        return sql.select(MEMBERSHIP.REFERENCE)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(row.userId()))
                .and(MEMBERSHIP.STARTS_AT.ge(end))
                .and(MEMBERSHIP.REFERENCE.ne(row.reference()))
                .and(MEMBERSHIP.REVOKED_AT.isNull())
                .orderBy(MEMBERSHIP.STARTS_AT)
                .limit(MOST)
                .fetch(MEMBERSHIP.REFERENCE);
    }

    void end(DSLContext tx, Row row, Instant end) {
        changed(tx, row).set(MEMBERSHIP.ENDS_AT, end).where(is(row)).execute();
    }

    void shift(DSLContext tx, Row row, Period period, Duration shift) {
        changed(tx, row)
                .set(MEMBERSHIP.STARTS_AT, period.start().plus(shift))
                .set(MEMBERSHIP.ENDS_AT, period.end().plus(shift))
                .where(is(row))
                .execute();
    }

    void revoke(DSLContext tx, Row row, Instant now) {
        changed(tx, row).set(MEMBERSHIP.REVOKED_AT, now).where(is(row)).execute();
    }

    void revive(DSLContext tx, Row row, Instant start, Instant end) {
        changed(tx, row)
                .setNull(MEMBERSHIP.REVOKED_AT)
                .set(MEMBERSHIP.STARTS_AT, start)
                .set(MEMBERSHIP.ENDS_AT, end)
                .where(is(row))
                .execute();
    }

    private static UpdateSetMoreStep<MembershipRecord> changed(DSLContext tx, Row row) {
        return tx.update(MEMBERSHIP)
                .set(MEMBERSHIP.VERSION, MEMBERSHIP.VERSION.plus(1))
                .set(MEMBERSHIP.CHANGE_SEQ, row.change());
    }

    private static Condition is(Row row) {
        return MEMBERSHIP.USER_ID.eq(row.userId()).and(MEMBERSHIP.REFERENCE.eq(row.reference()));
    }
}
