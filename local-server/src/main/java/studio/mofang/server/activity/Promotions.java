package studio.mofang.server.activity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import studio.mofang.core.ActivityType;
import studio.mofang.core.Price;
import studio.mofang.server.activity.ParticipationRepository.Part;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;

/// What running activities do without anybody's asking: gifts at registration, lower prices, bonuses, the reward of
/// referrals. Those of a kind do not add up: the best one counts (ADR 21). Changes join the caller's transaction.
public final class Promotions {
    private final Database database;
    private final Gifts gifts;
    private final InstantSource clock;
    private final ActivityRepository activities = new ActivityRepository();
    private final ParticipationRepository parts = new ParticipationRepository();

    public Promotions(Database database, CreditService credits, InstantSource clock) {
        this.database = database;
        this.gifts = new Gifts(credits);
        this.clock = clock;
    }

    /// Somebody has registered: every gift for that is theirs.
    public void welcome(long userId) {
        var now = clock.instant();
        database.write(tx -> {
            for (var activity : activities.running(tx, ActivityType.CREDIT_GIFT, now)) {
                if (activity.benefit() instanceof Benefit.Gift(long credits, boolean atRegistration)
                        && atRegistration) {
                    parts.insert(
                            tx, new Part(userId, activity.id(), credits, null, now), ChangeSequence.next(tx, userId));
                    gifts.give(userId, activity, credits);
                }
            }
            return userId;
        });
    }

    /// What a membership costs now.
    public Price membership(Price price) {
        var now = clock.instant();
        long most = running(ActivityType.MEMBERSHIP_DISCOUNT, now).stream()
                .mapToLong(activity -> activity.benefit() instanceof Benefit.Discount(long hundredths) ? hundredths : 0)
                .max()
                .orElse(0);
        return price.percentOff(most);
    }

    /// A user's first recharge, ordered at that time, is paid.
    public void firstRecharge(long userId, String orderId, Instant ordered) {
        var best = running(ActivityType.FIRST_PURCHASE, ordered).stream()
                .max(Comparator.comparingLong(Promotions::credits));
        best.ifPresent(activity -> database.write(tx -> firstRecharge(tx, userId, orderId, activity)));
    }

    /// In credits, for a referred user's first payment, ordered at that time.
    public long referralReward(Instant ordered) {
        return running(ActivityType.REFERRAL_BONUS, ordered).stream()
                .mapToLong(Promotions::credits)
                .max()
                .orElse(ActivityForm.REWARD);
    }

    private boolean firstRecharge(DSLContext tx, long userId, String orderId, Activity activity) {
        long change = ChangeSequence.next(tx, userId);
        var part = new Part(userId, activity.id(), credits(activity), orderId, clock.instant());
        if (parts.exists(tx, userId, activity.id())) {
            parts.brought(tx, part, change);
        } else {
            parts.insert(tx, part, change);
        }
        gifts.giveFor(orderId, userId, activity, part.credits());
        return true;
    }

    private List<Activity> running(ActivityType type, Instant at) {
        return database.read(sql -> activities.running(sql, type, at));
    }

    private static long credits(Activity activity) {
        return switch (activity.benefit()) {
            case Benefit.Gift gift -> gift.credits();
            case Benefit.FirstPurchase(long credits) -> credits;
            case Benefit.ReferralBonus(long credits) -> credits;
            case Benefit.Discount _ -> 0;
        };
    }
}
