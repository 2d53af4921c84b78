package studio.mofang.core;

import java.util.Arrays;
import java.util.Optional;

/// The activities of appendix B.
public enum ActivityType {
    /// Credits for taking part, once for each user.
    CREDIT_GIFT("credit_gift"),
    /// Per cent off the price of memberships, for everybody.
    MEMBERSHIP_DISCOUNT("membership_discount"),
    /// Sets what a referral pays.
    REFERRAL_BONUS("referral_bonus"),
    /// Credits on top of a user's first paid recharge.
    FIRST_PURCHASE("first_purchase");

    private final String word;

    ActivityType(String word) {
        this.word = word;
    }

    public static Optional<ActivityType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /// As on the wire.
    public String word() {
        return word;
    }
}
