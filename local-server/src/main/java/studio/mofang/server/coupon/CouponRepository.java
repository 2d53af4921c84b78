package studio.mofang.server.coupon;

import static studio.mofang.server.db.gen.Tables.COUPON;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.CouponRule;
import studio.mofang.core.CouponType;
import studio.mofang.core.Coupons;
import studio.mofang.core.Money;
import studio.mofang.server.web.Paging;

/// `coupon`: what there is to have, and how often it was taken.
final class CouponRepository {
    /// A new coupon as an admin wants it.
    record NewCoupon(
            String code,
            String name,
            CouponRule rule,
            @Nullable Long maxUsage,
            boolean listed,
            Instant validFrom,
            Instant validUntil) {}

    /// Which coupons a list shows: all of a status, where one is wanted; the listed ones, or all.
    record Wanted(Optional<String> status, boolean unlistedToo, Instant now) {}

    long insert(DSLContext tx, NewCoupon coupon, long admin, Instant now) {
        return tx.insertInto(COUPON)
                .set(COUPON.CODE, coupon.code())
                .set(COUPON.NAME, coupon.name())
                .set(COUPON.TYPE, coupon.rule().type().word())
                .set(COUPON.WORTH, coupon.rule().hundredths())
                .set(COUPON.MIN_AMOUNT, coupon.rule().minAmount().fen())
                .set(COUPON.MAX_USAGE, coupon.maxUsage())
                .set(COUPON.TAKEN, 0L)
                .set(COUPON.LISTED, coupon.listed())
                .set(COUPON.VALID_FROM, coupon.validFrom())
                .set(COUPON.VALID_UNTIL, coupon.validUntil())
                .set(COUPON.CREATED_BY, admin)
                .set(COUPON.CREATED_AT, now)
                .returningResult(COUPON.ID)
                .fetchSingle()
                .value1();
    }

    Optional<Coupon> find(DSLContext sql, long id) {
        return coupons(sql).where(COUPON.ID.eq(id)).fetchOptional(CouponRepository::coupon);
    }

    Optional<Coupon> byCode(DSLContext sql, String code) {
        return coupons(sql).where(COUPON.CODE.eq(code)).fetchOptional(CouponRepository::coupon);
    }

    long count(DSLContext sql, Wanted wanted) {
        return sql.fetchCount(COUPON, shown(wanted));
    }

    List<Coupon> newest(DSLContext sql, Wanted wanted, Paging paging) {
        return coupons(sql)
                .where(shown(wanted))
                .orderBy(COUPON.ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(CouponRepository::coupon);
    }

    /// False when all have been taken. Many users change this row: call it last in a transaction.
    boolean take(DSLContext tx, long id) {
        return tx.update(COUPON)
                        .set(COUPON.TAKEN, COUPON.TAKEN.plus(1))
                        .where(COUPON.ID.eq(id))
                        .and(COUPON.MAX_USAGE.isNull().or(COUPON.TAKEN.lt(COUPON.MAX_USAGE)))
                        .execute()
                == 1;
    }

    /// Last in a transaction, like `take`.
    void giveBack(DSLContext tx, long id) {
        tx.update(COUPON)
                .set(COUPON.TAKEN, COUPON.TAKEN.minus(1))
                .where(COUPON.ID.eq(id))
                .execute();
    }

    /// The first end stays.
    void end(DSLContext tx, long id, Instant now) {
        tx.update(COUPON)
                .set(COUPON.ENDED_AT, now)
                .where(COUPON.ID.eq(id))
                .and(COUPON.ENDED_AT.isNull())
                .execute();
    }

    private static Condition shown(Wanted wanted) {
        var listed = wanted.unlistedToo() ? DSL.noCondition() : COUPON.LISTED.isTrue();
        return wanted.status()
                .map(status -> listed.and(is(status, wanted.now())))
                .orElse(listed);
    }

    private static Condition is(String status, Instant now) {
        var ended = COUPON.ENDED_AT.isNotNull().or(COUPON.VALID_UNTIL.le(now));
        var left = COUPON.MAX_USAGE.isNull().or(COUPON.TAKEN.lt(COUPON.MAX_USAGE));
        var begun = ended.not().and(COUPON.VALID_FROM.le(now));
        return switch (status) {
            case Coupons.UPCOMING -> ended.not().and(COUPON.VALID_FROM.gt(now));
            case Coupons.ACTIVE -> begun.and(left);
            case Coupons.USED_UP -> begun.and(left.not());
            default -> ended;
        };
    }

    private static SelectJoinStep<Record> coupons(DSLContext sql) {
        return sql.select(COUPON.fields()).from(COUPON);
    }

    static Coupon coupon(Record stored) {
        var row = stored.into(COUPON);
        var type = CouponType.find(row.getType()).orElseThrow();
        return new Coupon(
                row.getId(),
                row.getCode(),
                row.getName(),
                new CouponRule(type, row.getWorth(), new Money(row.getMinAmount())),
                row.getMaxUsage(),
                row.getTaken(),
                row.getListed(),
                row.getValidFrom(),
                row.getValidUntil(),
                row.getEndedAt(),
                row.getCreatedAt());
    }
}
