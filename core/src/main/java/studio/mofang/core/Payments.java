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
    /// is left to pay. `refundedAmount` has gone back; what could not be taken back for it is owed.
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
            @Nullable Instant paidAt,
            Money refundedAmount,
            long creditsOwed,
            long membershipDaysOwed) {}

    /// Without `amount`, all that is left of the order.
    record RefundWish(@Nullable Money amount, @Nullable String reason) {}

    /// Money sent back for an order. `status` is pending, done or refused; `note` says why it was refused. What was
    /// bought is taken back as far as it was unspent; the rest is owed.
    record Refund(
            String refundNo,
            UUID uuid,
            String orderId,
            Money amount,
            String reason,
            String status,
            @Nullable String note,
            long creditsTaken,
            long creditsOwed,
            long membershipDaysTaken,
            long membershipDaysOwed,
            Instant createdAt,
            @Nullable Instant settledAt) {}

    /// What a refund of `amount` would do now; `refundable` is the most that can go back. What would be owed is spent.
    /// `creditsReturned` goes back into the balance, where credits had paid. `rewardTaken` and `rewardOwed` concern
    /// whoever had invited the buyer. The coupon, where there is one, stays used.
    record RefundPreview(
            String orderId,
            Money amount,
            Money refundable,
            long creditsReturned,
            long creditsTaken,
            long creditsOwed,
            long membershipDaysTaken,
            long membershipDaysOwed,
            long rewardTaken,
            long rewardOwed,
            @Nullable String couponCode) {}

    /// The documented JSON callback; trusted only with its `X-Signature`.
    record Callback(
            @Nullable String orderId,
            @Nullable String paymentMethod,
            @Nullable String transactionId,
            @Nullable String status,
            @Nullable Money amount) {}
}
