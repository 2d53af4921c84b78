package studio.mofang.server.referral;

import java.time.Instant;
import java.time.InstantSource;
import studio.mofang.core.Referrals;
import studio.mofang.server.activity.Promotions;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.referral.ReferralRepository.Pending;
import studio.mofang.server.web.Paging;

/// Remembers who invited whom and pays the reward, once for each referred user.
///
/// A reward changes another user's rows: it takes that user's change counter while it holds the referred one's. Nobody
/// can wait in a circle, because whoever invited was there first.
public final class ReferralService {
    private static final String TYPE = "referral";

    private final Database database;
    private final CreditService credits;
    private final Promotions promotions;
    private final InstantSource clock;
    private final ReferralRepository referrals = new ReferralRepository();

    public ReferralService(Database database, CreditService credits, Promotions promotions, InstantSource clock) {
        this.database = database;
        this.credits = credits;
        this.promotions = promotions;
        this.clock = clock;
    }

    /// In the transaction that registers the referred user.
    public void joined(long referredId, String username, long referrerId) {
        database.write(tx -> {
            long change = ChangeSequence.next(tx, referrerId);
            referrals.insert(tx, new Pending(referrerId, referredId, username), clock.instant(), change);
            return change;
        });
    }

    /// In the transaction that settles a payment with money: the first one of a referred user brings the reward that
    /// held when it was ordered. Call it before rows that other users may hold are changed.
    public void paid(long userId, String orderId, Instant ordered) {
        database.write(tx -> {
            referrals.pendingOf(tx, userId).ifPresent(referral -> {
                long change = ChangeSequence.next(tx, referral.referrerId());
                long reward = promotions.referralReward(ordered);
                if (referrals.rewarded(tx, referral, reward, orderId, clock.instant(), change)) {
                    pay(referral, reward);
                }
            });
            return orderId;
        });
    }

    Referrals.Records records(long userId, Paging paging) {
        return database.read(sql -> new Referrals.Records(
                referrals.count(sql, userId),
                referrals.totalRewards(sql, userId),
                paging.page(),
                paging.pageSize(),
                referrals.newest(sql, userId, paging)));
    }

    private void pay(Pending referral, long reward) {
        var reference = "user-" + referral.referredId();
        var description = "推荐奖励:" + referral.referredUser() + " 首次付费";
        credits.add(referral.referrerId(), new LedgerEntry(Cause.REFERRAL, reference, TYPE, reward, description));
    }
}
