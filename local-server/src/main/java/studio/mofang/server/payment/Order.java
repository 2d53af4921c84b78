package studio.mofang.server.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.core.Price;

/// An order as it is stored. States only move forward: pending to paid or closed, closed to paid_late, both to
/// refunded.
record Order(
        long userId,
        String orderId,
        UUID uuid,
        Goods goods,
        Price price,
        String paymentMethod,
        String gateway,
        @Nullable String couponCode,
        String status,
        @Nullable String paymentUrl,
        @Nullable String requestHash,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant paidAt,
        @Nullable Instant closedAt,
        Returned returned,
        int asked,
        Instant askAt) {
    static final String PENDING = "pending";
    static final String PAID = "paid";
    static final String CLOSED = "closed";
    static final String PAID_LATE = "paid_late";
    static final String REFUNDED = "refunded";

    /// What has gone back of the amount, and what the buyer owes for it.
    record Returned(Money amount, long creditsOwed, Duration timeOwed) {
        static final Returned NOTHING = new Returned(Money.ZERO, 0, Duration.ZERO);
    }

    /// What is to be paid.
    Money amount() {
        return price.payable();
    }

    Money originalAmount() {
        return price.original();
    }

    /// Paid with credits, not at a gateway.
    boolean byBalance() {
        return gateway.equals(Purchase.BALANCE);
    }

    boolean open() {
        return status.equals(PENDING);
    }

    boolean closed() {
        return status.equals(CLOSED);
    }

    /// The money has come, whatever happened since.
    boolean paid() {
        return !open() && !closed();
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    String description() {
        return goods.described(originalAmount());
    }
}
