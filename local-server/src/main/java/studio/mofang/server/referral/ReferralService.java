package studio.mofang.server.referral;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import studio.mofang.core.Referrals;
import studio.mofang.server.activity.Promotions;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.referral.ReferralRepository.Invitation;
import studio.mofang.server.referral.ReferralRepository.Row;
import studio.mofang.server.web.Paging;

/// Remembers who invited whom, pays the reward for each referred user who pays, and withdraws it when that payment
/// goes back (ADR 30).
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

    /// What became of a reward that was withdrawn, or would: taken from the referrer, and owed because it is spent.
    public record Withdrawal(long taken, long owed) {}

    /// In the transaction that registers the referred user.
    public void joined(long referredId, String username, long referrerId) {
        database.write(tx -> {
            long change = ChangeSequence.next(tx, referrerId);
            referrals.insert(tx, new Invitation(referrerId, referredId, username), clock.instant(), change);
            return change;
        });
    }

    /// In the transaction that settles a payment with money, or finds that one stands after all: while no reward
    /// stands for the referred user, this payment brings the one that held when it was ordered. Call it before rows
    /// that other users may hold are changed.
    public void paid(long userId, String orderId, Instant ordered) {
        database.write(tx -> {
            referrals
                    .find(tx, userId)
                    .filter(referral -> !referral.rewarded())
                    .ifPresent(referral -> reward(tx, referral, orderId, promotions.referralReward(ordered)));
            return orderId;
        });
    }

    /// In the transaction that sends all of an order back. Absent when no reward stands for that order.
    public Optional<Withdrawal> withdraw(long userId, String orderId) {
        return database.write(tx -> broughtBy(tx, userId, orderId).map(referral -> withdraw(tx, referral)));
    }

    /// What `withdraw` would come to now.
    public Optional<Withdrawal> withdrawal(long userId, String orderId) {
        return database.read(sql -> broughtBy(sql, userId, orderId).map(referral -> {
            var balance = credits.balance(referral.invitation().referrerId());
            long taken = Math.min(balance.creditBalance() - balance.creditHeld(), referral.reward());
            return new Withdrawal(taken, referral.reward() - taken);
        }));
    }

    Referrals.Records records(long userId, Paging paging) {
        return database.read(sql -> new Referrals.Records(
                referrals.count(sql, userId),
                referrals.totalRewards(sql, userId),
                paging.page(),
                paging.pageSize(),
                referrals.newest(sql, userId, paging)));
    }

    private Optional<Row> broughtBy(DSLContext sql, long userId, String orderId) {
        return referrals.find(sql, userId).filter(referral -> orderId.equals(referral.orderId()));
    }

    /// What is owed from a reward that was withdrawn counts as paid already: in the end one reward was given.
    private void reward(DSLContext tx, Row before, String orderId, long reward) {
        var invitation = before.invitation();
        long change = ChangeSequence.next(tx, invitation.referrerId());
        long settled = Math.min(before.owed(), reward);
        var after = new Row(invitation, reward, before.rewards() + 1, before.owed() - settled, orderId);
        if (referrals.rewarded(tx, after, clock.instant(), change) && reward > settled) {
            var description = "推荐奖励：" + invitation.referredUser() + (after.rewards() == 1 ? " 首次付费" : " 付费");
            credits.add(invitation.referrerId(), entry(reference(after), reward - settled, description));
        }
    }

    private Withdrawal withdraw(DSLContext tx, Row referral) {
        var invitation = referral.invitation();
        long change = ChangeSequence.next(tx, invitation.referrerId());
        var description = "推荐奖励收回：" + invitation.referredUser() + " 的付款已退回";
        var entry = entry(reference(referral) + "-withdrawn", referral.reward(), description);
        long taken = credits.takeBack(invitation.referrerId(), entry);
        var withdrawal = new Withdrawal(taken, referral.reward() - taken);
        referrals.withdrawn(tx, referral, referral.owed() + withdrawal.owed(), clock.instant(), change);
        return withdrawal;
    }

    /// Once for each reward that is given.
    private static String reference(Row referral) {
        var user = "user-" + referral.invitation().referredId();
        return referral.rewards() == 1 ? user : user + "-" + referral.rewards();
    }

    private static LedgerEntry entry(String reference, long credits, String description) {
        return new LedgerEntry(Cause.REFERRAL, reference, TYPE, credits, description);
    }
}
