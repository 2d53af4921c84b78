package studio.mofang.server.coupon;

import static studio.mofang.server.db.gen.Tables.COUPON;
import static studio.mofang.server.db.gen.Tables.USER_COUPON;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Coupons;
import studio.mofang.server.web.Paging;

/// `user_coupon`: what each user has of the coupons. Whoever changes a row takes the user's change number first.
final class HoldingRepository {
    record Held(Coupon coupon, Holding holding) {}

    Optional<Holding> find(DSLContext sql, long userId, long couponId) {
        return sql.select(USER_COUPON.fields())
                .from(USER_COUPON)
                .where(is(userId, couponId))
                .fetchOptional(HoldingRepository::holding);
    }

    /// The coupon that the order reserves or has used.
    Optional<Holding> ofOrder(DSLContext sql, long userId, String orderId) {
        return sql.select(USER_COUPON.fields())
                .from(USER_COUPON)
                .where(USER_COUPON.USER_ID.eq(userId))
                .and(USER_COUPON.ORDER_ID.eq(orderId))
                .fetchOptional(HoldingRepository::holding);
    }

    /// Those of `couponIds` that the user has.
    Set<Long> among(DSLContext sql, long userId, Collection<Long> couponIds) {
        return sql.select(USER_COUPON.COUPON_ID)
                .from(USER_COUPON)
                .where(USER_COUPON.USER_ID.eq(userId))
                .and(USER_COUPON.COUPON_ID.in(couponIds))
                .and(USER_COUPON.STATUS.ne(Holding.RELEASED))
                .fetchSet(USER_COUPON.COUPON_ID);
    }

    long count(DSLContext sql, long userId, @Nullable String status, Instant now) {
        return sql.selectCount()
                .from(USER_COUPON)
                .join(COUPON)
                .on(COUPON.ID.eq(USER_COUPON.COUPON_ID))
                .where(mine(userId, status, now))
                .fetchSingle()
                .value1();
    }

    List<Held> newest(DSLContext sql, long userId, @Nullable String status, Instant now, Paging paging) {
        return sql.select(USER_COUPON.fields())
                .select(COUPON.fields())
                .from(USER_COUPON)
                .join(COUPON)
                .on(COUPON.ID.eq(USER_COUPON.COUPON_ID))
                .where(mine(userId, status, now))
                .orderBy(USER_COUPON.CREATED_AT.desc(), USER_COUPON.COUPON_ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(row -> new Held(CouponRepository.coupon(row), holding(row)));
    }

    /// Puts the row there as it now is, new or not. The change counter's lock keeps others of this user away.
    void save(DSLContext tx, Holding holding, long change) {
        int known = tx.update(USER_COUPON)
                .set(USER_COUPON.CLAIMED, holding.claimed())
                .set(USER_COUPON.STATUS, holding.status())
                .set(USER_COUPON.ORDER_ID, holding.orderId())
                .set(USER_COUPON.CREATED_AT, holding.createdAt())
                .set(USER_COUPON.USED_AT, holding.usedAt())
                .set(USER_COUPON.VERSION, USER_COUPON.VERSION.plus(1))
                .set(USER_COUPON.CHANGE_SEQ, change)
                .where(is(holding.userId(), holding.couponId()))
                .execute();
        if (known == 0) {
            insert(tx, holding, change);
        }
    }

    private static void insert(DSLContext tx, Holding holding, long change) {
        tx.insertInto(USER_COUPON)
                .set(USER_COUPON.USER_ID, holding.userId())
                .set(USER_COUPON.COUPON_ID, holding.couponId())
                .set(USER_COUPON.UUID, UuidCreator.getTimeOrderedEpoch())
                .set(USER_COUPON.CLAIMED, holding.claimed())
                .set(USER_COUPON.STATUS, holding.status())
                .set(USER_COUPON.ORDER_ID, holding.orderId())
                .set(USER_COUPON.CREATED_AT, holding.createdAt())
                .set(USER_COUPON.USED_AT, holding.usedAt())
                .set(USER_COUPON.VERSION, 1L)
                .set(USER_COUPON.CHANGE_SEQ, change)
                .execute();
    }

    private static Condition is(long userId, long couponId) {
        return USER_COUPON.USER_ID.eq(userId).and(USER_COUPON.COUPON_ID.eq(couponId));
    }

    private static Condition mine(long userId, @Nullable String status, Instant now) {
        var all = USER_COUPON.USER_ID.eq(userId).and(USER_COUPON.STATUS.ne(Holding.RELEASED));
        return status == null ? all : all.and(stands(status, now));
    }

    private static Condition stands(String status, Instant now) {
        var over = COUPON.ENDED_AT.isNotNull().or(COUPON.VALID_UNTIL.le(now));
        var unused = USER_COUPON.STATUS.eq(Coupons.UNUSED);
        return switch (status) {
            case Coupons.UNUSED -> unused.and(over.not());
            case Coupons.EXPIRED -> unused.and(over);
            default -> USER_COUPON.STATUS.eq(status);
        };
    }

    private static Holding holding(Record stored) {
        var row = stored.into(USER_COUPON);
        return new Holding(
                row.getUserId(),
                row.getCouponId(),
                row.getClaimed(),
                row.getStatus(),
                row.getOrderId(),
                row.getCreatedAt(),
                row.getUsedAt());
    }
}
