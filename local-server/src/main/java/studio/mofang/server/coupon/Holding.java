package studio.mofang.server.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Coupons;

/// A row of `user_coupon`: the one use that a user has of a coupon, and where it stands. A released one was given with
/// an order without being claimed, and the order closed; it counts for nothing.
record Holding(
        long userId,
        long couponId,
        boolean claimed,
        String status,
        @Nullable String orderId,
        Instant createdAt,
        @Nullable Instant usedAt) {
    static final String RELEASED = "released";

    static Holding claimed(long userId, long couponId, Instant now) {
        return new Holding(userId, couponId, true, Coupons.UNUSED, null, now, null);
    }

    /// Of somebody who gives the code with an order.
    static Holding direct(long userId, long couponId, Instant now) {
        return new Holding(userId, couponId, false, RELEASED, null, now, null);
    }

    boolean unused() {
        return status.equals(Coupons.UNUSED);
    }

    boolean reserved() {
        return status.equals(Coupons.RESERVED);
    }

    boolean used() {
        return status.equals(Coupons.USED);
    }

    boolean released() {
        return status.equals(RELEASED);
    }

    Holding reservedBy(String order) {
        return new Holding(userId, couponId, claimed, Coupons.RESERVED, order, createdAt, null);
    }

    Holding usedBy(String order, Instant now) {
        return new Holding(userId, couponId, claimed, Coupons.USED, order, createdAt, now);
    }

    Holding free() {
        return new Holding(userId, couponId, claimed, claimed ? Coupons.UNUSED : RELEASED, null, createdAt, null);
    }
}
