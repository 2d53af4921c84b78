package studio.mofang.server.operation;

import static studio.mofang.server.db.gen.Tables.APP_USER;
import static studio.mofang.server.db.gen.Tables.MEMBERSHIP;
import static studio.mofang.server.db.gen.Tables.PURCHASE_ORDER;

import java.time.Instant;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import studio.mofang.core.Money;

/// Counts over the tables of several features; reads only (ADR 22).
final class StatisticsRepository {
    private static final String BALANCE = "balance";
    private static final String REFUNDED = "refunded";

    /// What one day sold; what has gone back of an order is not revenue.
    record Sold(long orders, Money revenue, long credits) {}

    long users(DSLContext sql) {
        return sql.fetchCount(APP_USER);
    }

    long membersAt(DSLContext sql, Instant now) {
        return sql.select(DSL.countDistinct(MEMBERSHIP.USER_ID))
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.ENDS_AT.gt(now))
                .and(MEMBERSHIP.STARTS_AT.le(now))
                .and(MEMBERSHIP.REVOKED_AT.isNull())
                .fetchSingle()
                .value1();
    }

    /// With money, ever; also those who got it back.
    long usersWhoPaid(DSLContext sql) {
        return sql.fetchCount(
                APP_USER,
                DSL.exists(sql.selectOne()
                        .from(PURCHASE_ORDER)
                        .where(PURCHASE_ORDER.USER_ID.eq(APP_USER.ID))
                        .and(PURCHASE_ORDER.PAID_AT.isNotNull())
                        .and(PURCHASE_ORDER.PAYMENT_METHOD.ne(BALANCE))));
    }

    /// By the number of the day in Beijing since 1970; days without any are absent.
    Map<Long, Long> newUsers(DSLContext sql, Instant from, Instant until) {
        var date = beijingDay(APP_USER.CREATED_AT);
        return sql.select(date, DSL.count())
                .from(APP_USER)
                .where(within(APP_USER.CREATED_AT, from, until))
                .groupBy(date)
                .fetchMap(row -> row.value1(), row -> row.value2().longValue());
    }

    /// By the number of the day in Beijing since 1970; days without any are absent.
    Map<Long, Sold> sold(DSLContext sql, Instant from, Instant until) {
        var date = beijingDay(PURCHASE_ORDER.PAID_AT);
        var revenue =
                DSL.sum(PURCHASE_ORDER.AMOUNT.minus(PURCHASE_ORDER.REFUNDED)).cast(Long.class);
        var credits = DSL.coalesce(DSL.sum(PURCHASE_ORDER.CREDITS).cast(Long.class), 0L);
        return sql.select(date, DSL.count(), revenue, credits)
                .from(PURCHASE_ORDER)
                .where(within(PURCHASE_ORDER.PAID_AT, from, until))
                .and(PURCHASE_ORDER.PAYMENT_METHOD.ne(BALANCE))
                .and(PURCHASE_ORDER.STATUS.ne(REFUNDED))
                .groupBy(date)
                .fetchMap(row -> row.value1(), row -> new Sold(row.value2(), new Money(row.value3()), row.value4()));
    }

    private static Condition within(Field<Instant> time, Instant from, Instant until) {
        return time.ge(from).and(time.lt(until));
    }

    /// Beijing has had no other offset than eight hours since 1991.
    private static Field<Long> beijingDay(Field<Instant> time) {
        return DSL.field("floor((extract(epoch from {0}) + 28800) / 86400)", Long.class, time);
    }
}
