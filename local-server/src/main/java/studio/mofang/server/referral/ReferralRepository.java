package studio.mofang.server.referral;

import static studio.mofang.server.db.gen.Tables.REFERRAL;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Referrals;
import studio.mofang.core.Referrals.Referral;
import studio.mofang.server.web.Paging;

/// `referral`: one row for each referred user, owned by who invited.
final class ReferralRepository {
    /// A referral whose reward has not been paid.
    record Pending(long referrerId, long referredId, String referredUser) {}

    void insert(DSLContext tx, Pending referral, Instant now, long change) {
        tx.insertInto(REFERRAL)
                .set(REFERRAL.USER_ID, referral.referrerId())
                .set(REFERRAL.REFERRED_ID, referral.referredId())
                .set(REFERRAL.UUID, UuidCreator.getTimeOrderedEpoch())
                .set(REFERRAL.REFERRED_USER, referral.referredUser())
                .set(REFERRAL.REWARD, 0L)
                .set(REFERRAL.CREATED_AT, now)
                .set(REFERRAL.VERSION, 1L)
                .set(REFERRAL.CHANGE_SEQ, change)
                .execute();
    }

    Optional<Pending> pendingOf(DSLContext sql, long referredId) {
        return sql.select(REFERRAL.USER_ID, REFERRAL.REFERRED_ID, REFERRAL.REFERRED_USER)
                .from(REFERRAL)
                .where(REFERRAL.REFERRED_ID.eq(referredId))
                .and(REFERRAL.REWARDED_AT.isNull())
                .fetchOptional(Records.mapping(Pending::new));
    }

    /// False when the reward was paid before.
    boolean rewarded(DSLContext tx, Pending referral, long reward, String orderId, Instant now, long change) {
        return tx.update(REFERRAL)
                        .set(REFERRAL.REWARD, reward)
                        .set(REFERRAL.ORDER_ID, orderId)
                        .set(REFERRAL.REWARDED_AT, now)
                        .set(REFERRAL.VERSION, REFERRAL.VERSION.plus(1))
                        .set(REFERRAL.CHANGE_SEQ, change)
                        .where(REFERRAL.USER_ID.eq(referral.referrerId()))
                        .and(REFERRAL.REFERRED_ID.eq(referral.referredId()))
                        .and(REFERRAL.REWARDED_AT.isNull())
                        .execute()
                == 1;
    }

    long count(DSLContext sql, long userId) {
        return sql.fetchCount(REFERRAL, REFERRAL.USER_ID.eq(userId));
    }

    long totalRewards(DSLContext sql, long userId) {
        var total = sql.select(DSL.sum(REFERRAL.REWARD))
                .from(REFERRAL)
                .where(REFERRAL.USER_ID.eq(userId))
                .fetchSingle()
                .value1();
        return total == null ? 0 : total.longValueExact();
    }

    List<Referral> newest(DSLContext sql, long userId, Paging paging) {
        return sql.select(
                        REFERRAL.ID, REFERRAL.REFERRED_USER, REFERRAL.REWARD, REFERRAL.REWARDED_AT, REFERRAL.CREATED_AT)
                .from(REFERRAL)
                .where(REFERRAL.USER_ID.eq(userId))
                .orderBy(REFERRAL.CREATED_AT.desc(), REFERRAL.ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(Records.mapping((id, user, reward, rewardedAt, createdAt) ->
                        new Referral(id, user, reward, status(rewardedAt), createdAt)));
    }

    private static String status(@Nullable Instant rewardedAt) {
        return rewardedAt == null ? Referrals.PENDING : Referrals.COMPLETED;
    }
}
