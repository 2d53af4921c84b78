package studio.mofang.core;

import java.util.Arrays;
import java.util.Optional;

/// The coupons of appendix C, and what their `value` counts.
public enum CouponType {
    /// Per cent off.
    DISCOUNT("discount"),
    /// Yuan off.
    DEDUCTION("deduction"),
    /// Credits added.
    CREDIT_BONUS("credit_bonus");

    private final String word;

    CouponType(String word) {
        this.word = word;
    }

    public static Optional<CouponType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /// As on the wire.
    public String word() {
        return word;
    }
}
