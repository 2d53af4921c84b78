package studio.mofang.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words of orders and their payment.
public interface Payments {
    record Recharge(
            @Nullable Money amount,
            @Nullable String paymentMethod,
            @Nullable String couponCode) {}

    record MembershipPurchase(
            @Nullable String membershipType,
            @Nullable String paymentMethod,
            @Nullable String couponCode) {}

    /// One order, of either kind. `amount` is what is payable, `originalAmount` what it would be without any discount;
    /// `bonusCredits` come on top of what is bought when it is paid.
    /// `status` is pending, paid, closed, paid_late or refunded. `paymentUrl` is absent once nothing
    /// is left to pay.
    record Order(
            String orderId,
            UUID uuid,
            String kind,
            Money amount,
            Money originalAmount,
            @Nullable Long credits,
            long bonusCredits,
            @Nullable String membershipType,
            String paymentMethod,
            @Nullable String couponCode,
            String status,
            @Nullable String paymentUrl,
            boolean sandbox,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant paidAt) {}

    /// The documented JSON callback; trusted only with its `X-Signature`.
    record Callback(
            @Nullable String orderId,
            @Nullable String paymentMethod,
            @Nullable String transactionId,
            @Nullable String status,
            @Nullable Money amount) {}
}
