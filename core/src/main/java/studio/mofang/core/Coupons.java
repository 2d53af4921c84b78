package studio.mofang.core;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The words of coupons, sections 9.4 to 9.7 of the contract. `value` is per cent, yuan or credits, by type.
public interface Coupons {
    /// Where a user's coupon stands; expired is an unused one whose time is over.
    String UNUSED = "unused";

    String RESERVED = "reserved";
    String USED = "used";
    String EXPIRED = "expired";

    /// Where a coupon stands by the server's clock.
    String UPCOMING = "upcoming";

    String ACTIVE = "active";
    String USED_UP = "used_up";
    String ENDED = "ended";

    /// Without `maxUsage` as often as there are users. A coupon that is not `listed` is only for whoever knows its
    /// code.
    record Draft(
            @Nullable String code,
            @Nullable String name,
            @Nullable String type,
            @Nullable BigDecimal value,
            @Nullable Money minAmount,
            @Nullable Long maxUsage,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Boolean listed) {}

    /// `usage` counts claims and direct uses together; `mine` is whether whoever asks has claimed or used it.
    record Coupon(
            long id,
            String code,
            String name,
            String type,
            BigDecimal value,
            Money minAmount,
            @Nullable Long maxUsage,
            long usage,
            Instant validFrom,
            Instant validUntil,
            String status,
            boolean listed,
            boolean mine,
            Instant createdAt) {}

    /// A coupon that somebody has; `id` is the coupon's, `orderId` the order that reserves or used it.
    record Mine(
            long id,
            String code,
            String name,
            String type,
            BigDecimal value,
            Money minAmount,
            Instant validFrom,
            Instant validUntil,
            String status,
            @Nullable String orderId,
            Instant claimedAt,
            @Nullable Instant usedAt) {}
}
