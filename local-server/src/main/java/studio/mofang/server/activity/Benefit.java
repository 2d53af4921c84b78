package studio.mofang.server.activity;

import java.math.BigDecimal;
import studio.mofang.core.Activities;
import studio.mofang.core.Activities.Config;
import studio.mofang.core.ActivityType;

/// What an activity brings, by type.
sealed interface Benefit {
    /// Credits for whoever takes part, and, `atRegistration`, for whoever registers.
    record Gift(long credits, boolean atRegistration) implements Benefit {}

    /// Off the price of memberships, in hundredths of a per cent.
    record Discount(long hundredths) implements Benefit {}

    /// Credits on top of the first paid recharge.
    record FirstPurchase(long credits) implements Benefit {}

    /// Credits for whoever referred somebody who pays.
    record ReferralBonus(long credits) implements Benefit {}

    default ActivityType type() {
        return switch (this) {
            case Gift _ -> ActivityType.CREDIT_GIFT;
            case Discount _ -> ActivityType.MEMBERSHIP_DISCOUNT;
            case FirstPurchase _ -> ActivityType.FIRST_PURCHASE;
            case ReferralBonus _ -> ActivityType.REFERRAL_BONUS;
        };
    }

    /// As on the wire.
    default Config config() {
        return switch (this) {
            case Gift(long credits, boolean atRegistration) ->
                new Config(credits, atRegistration ? Activities.ON_REGISTER : null, null, null, null);
            case Discount(long hundredths) -> new Config(null, null, BigDecimal.valueOf(hundredths, 2), null, null);
            case FirstPurchase(long credits) -> new Config(null, null, null, credits, null);
            case ReferralBonus(long credits) -> new Config(null, null, null, null, credits);
        };
    }
}
