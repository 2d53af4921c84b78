package studio.mofang.server.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.CouponRule;
import studio.mofang.core.Coupons;

/// A row of `coupon`. `taken` counts claims and direct uses together; without `maxUsage` there is no end to them.
record Coupon(
        long id,
        String code,
        String name,
        CouponRule rule,
        @Nullable Long maxUsage,
        long taken,
        boolean listed,
        Instant validFrom,
        Instant validUntil,
        @Nullable Instant endedAt,
        Instant createdAt) {

    boolean ended(Instant now) {
        return endedAt != null || !now.isBefore(validUntil);
    }

    boolean upcoming(Instant now) {
        return !ended(now) && now.isBefore(validFrom);
    }

    boolean usedUp() {
        return maxUsage != null && taken >= maxUsage;
    }

    String status(Instant now) {
        if (ended(now)) {
            return Coupons.ENDED;
        }
        if (upcoming(now)) {
            return Coupons.UPCOMING;
        }
        return usedUp() ? Coupons.USED_UP : Coupons.ACTIVE;
    }
}
