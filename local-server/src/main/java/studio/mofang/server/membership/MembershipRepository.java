package studio.mofang.server.membership;

import static studio.mofang.server.db.gen.Tables.MEMBERSHIP;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;

/// `membership`: the granted periods.
final class MembershipRepository {
    /// More periods than anybody buys ahead.
    private static final int MOST = 1000;

    record Period(String type, Instant start, Instant end) {}

    /// The running period first, then those that follow it.
    List<Period> endingAfter(DSLContext sql, long userId, Instant now) {
        return sql.select(MEMBERSHIP.TYPE, MEMBERSHIP.STARTS_AT, MEMBERSHIP.ENDS_AT)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(userId))
                .and(MEMBERSHIP.ENDS_AT.gt(now))
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
}
