package studio.mofang.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of the operator's desk: section 9.10 of the contract, and lists of users, orders and payments.
public interface Operations {
    /// `newUsers`, `totalRevenue` and `totalCreditsSold` count the days from `startDate` to `endDate`, both included,
    /// in Beijing; the others are as of now. `conversionRate` is users who ever paid over all users.
    record Statistics(
            long totalUsers,
            long newUsers,
            Money totalRevenue,
            long totalCreditsSold,
            long activeMembers,
            BigDecimal conversionRate,
            String startDate,
            String endDate,
            List<Day> days) {
        public Statistics {
            days = List.copyOf(days);
        }
    }

    /// One day in Beijing (`yyyy-MM-dd`); days without anything are there, too.
    record Day(String date, long newUsers, long paidOrders, Money revenue, long creditsSold) {}

    /// Somebody as an operator sees them.
    record User(
            long id,
            String username,
            String email,
            String role,
            boolean disabled,
            long creditBalance,
            boolean isMember,
            @Nullable Instant membershipEndDate,
            Money totalPaid,
            Instant createdAt) {}

    /// What is absent stays as it is.
    record UserChange(@Nullable String role, @Nullable Boolean disabled) {}

    /// An order of anybody's.
    record Sale(
            String orderId,
            long userId,
            String username,
            String kind,
            Money amount,
            Money originalAmount,
            @Nullable Long credits,
            long bonusCredits,
            @Nullable String membershipType,
            String paymentMethod,
            @Nullable String couponCode,
            String status,
            Instant createdAt,
            @Nullable Instant paidAt) {}

    /// Money that came and needs a person, since nobody was credited for it as ordered; `outcome` says why. `paid` is
    /// absent where the message names no sum, `expected` and `orderStatus` where there is no such order.
    record PaymentEvent(
            long id,
            String orderId,
            String provider,
            String transactionId,
            String outcome,
            @Nullable Money paid,
            @Nullable Money expected,
            @Nullable String orderStatus,
            Instant receivedAt) {}
}
