package studio.mofang.server.referral;

import static studio.mofang.server.db.gen.Tables.REFERRAL;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Referrals;
import studio.mofang.core.Referrals.Referral;
import studio.mofang.server.web.Paging;

/// `referral`: one row for each referred user, owned by who invited. Whoever changes one holds the referred user's
/// change counter, and takes the owner's change number.
final class ReferralRepository {
    /// Who invited whom.
    record Invitation(long referrerId, long referredId, String referredUser) {}

    /// `reward` is what stands now, brought by `orderId`. `rewards` counts how often one was given; `owed` was
    /// withdrawn when it had been spent.
    record Row(
            Invitation invitation,
            long reward,
            int rewards,
            long owed,
            @Nullable String orderId) {
        boolean rewarded() {
            return orderId != null;
        }
    }

    void insert(DSLContext tx, Invitation invitation, Instant now, long change) {
        tx.insertInto(REFERRAL)
                .set(REFERRAL.USER_ID, invitation.referrerId())
                .set(REFERRAL.REFERRED_ID, invitation.referredId())
                .set(REFERRAL.UUID, UuidCreator.getTimeOrderedEpoch())
                .set(REFERRAL.REFERRED_USER, invitation.referredUser())
                .set(REFERRAL.REWARD, 0L)
                .set(REFERRAL.CREATED_AT, now)
                .set(REFERRAL.VERSION, 1L)
                .set(REFERRAL.CHANGE_SEQ, change)
                .execute();
    }

    Optional<Row> find(DSLContext sql, long referredId) {
        return sql.select(
                        REFERRAL.USER_ID,
                        REFERRAL.REFERRED_ID,
                        REFERRAL.REFERRED_USER,
                        REFERRAL.REWARD,
                        REFERRAL.REWARDS,
                        REFERRAL.OWED,
                        REFERRAL.ORDER_ID)
                .from(REFERRAL)
                .where(REFERRAL.REFERRED_ID.eq(referredId))
                .fetchOptional(Records.mapping((referrer, referred, name, reward, rewards, owed, order) ->
                        new Row(new Invitation(referrer, referred, name), reward, rewards, owed, order)));
    }

    /// False when a reward stands already.
    boolean rewarded(DSLContext tx, Row row, Instant now, long change) {
        return tx.update(REFERRAL)
                        .set(REFERRAL.REWARD, row.reward())
                        .set(REFERRAL.REWARDS, row.rewards())
                        .set(REFERRAL.OWED, row.owed())
                        .set(REFERRAL.ORDER_ID, row.orderId())
                        .set(REFERRAL.REWARDED_AT, now)
                        .setNull(REFERRAL.WITHDRAWN_AT)
                        .set(REFERRAL.VERSION, REFERRAL.VERSION.plus(1))
                        .set(REFERRAL.CHANGE_SEQ, change)
                        .where(is(row.invitation()))
                        .and(REFERRAL.REWARDED_AT.isNull())
                        .execute()
                == 1;
    }

    void withdrawn(DSLContext tx, Row row, long owed, Instant now, long change) {
        tx.update(REFERRAL)
                .set(REFERRAL.REWARD, 0L)
                .set(REFERRAL.OWED, owed)
                .setNull(REFERRAL.ORDER_ID)
                .setNull(REFERRAL.REWARDED_AT)
                .set(REFERRAL.WITHDRAWN_AT, now)
                .set(REFERRAL.VERSION, REFERRAL.VERSION.plus(1))
                .set(REFERRAL.CHANGE_SEQ, change)
                .where(is(row.invitation()))
                .execute();
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
                        REFERRAL.ID,
                        REFERRAL.REFERRED_USER,
                        REFERRAL.REWARD,
                        REFERRAL.REWARDED_AT,
                        REFERRAL.WITHDRAWN_AT,
                        REFERRAL.CREATED_AT,
                        REFERRAL.OWED)
                .from(REFERRAL)
                .where(REFERRAL.USER_ID.eq(userId))
                .orderBy(REFERRAL.CREATED_AT.desc(), REFERRAL.ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(Records.mapping((id, user, reward, rewardedAt, withdrawnAt, createdAt, owed) ->
                        new Referral(id, user, reward, status(rewardedAt, withdrawnAt), createdAt, owed)));
    }

    private static Condition is(Invitation invitation) {
        return REFERRAL.USER_ID.eq(invitation.referrerId()).and(REFERRAL.REFERRED_ID.eq(invitation.referredId()));
    }

    private static String status(@Nullable Instant rewardedAt, @Nullable Instant withdrawnAt) {
        if (rewardedAt != null) {
            return Referrals.COMPLETED;
        }
        return withdrawnAt == null ? Referrals.PENDING : Referrals.WITHDRAWN;
    }
}
