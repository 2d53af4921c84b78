package studio.mofang.server.operation;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.account.AccountService;
import studio.mofang.server.activity.ActivityFeature;
import studio.mofang.server.activity.Promotions;
import studio.mofang.server.coupon.CouponFeature;
import studio.mofang.server.coupon.Redemption;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.Database;
import studio.mofang.server.referral.ReferralRoutes;
import studio.mofang.server.referral.ReferralService;
import studio.mofang.server.web.Api;

/// Joins coupons, activities, referrals and the operator's desk: chapter 9 of the contract on one page.
public final class OperationFeature {
    private final Database database;
    private final InstantSource clock;
    private final CouponFeature coupons;
    private final ActivityFeature activities;
    private final ReferralService referrals;

    public OperationFeature(Database database, CreditService credits, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        coupons = new CouponFeature(database, clock);
        activities = new ActivityFeature(database, credits, clock);
        referrals = new ReferralService(database, credits, activities.promotions(), clock);
    }

    /// Somebody has registered, invited or not; in the transaction that registers them.
    public void joined(long userId, String username, @Nullable Long referrer) {
        activities.promotions().welcome(userId);
        if (referrer != null) {
            referrals.joined(userId, username, referrer);
        }
    }

    /// `server` is this server's own address as others reach it, known once it listens.
    public void register(Api api, AccountService accounts, Supplier<String> server) {
        var desk = new DeskService(database, accounts, clock);
        coupons.register(api);
        activities.register(api);
        new ReferralRoutes(referrals, accounts::referralCode, server).register(api);
        new OperationRoutes(new StatisticsService(database, clock), desk).register(api);
    }

    public Redemption coupons() {
        return coupons.redemption();
    }

    public Promotions promotions() {
        return activities.promotions();
    }

    public ReferralService referrals() {
        return referrals;
    }
}
