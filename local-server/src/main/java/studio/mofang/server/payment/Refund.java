package studio.mofang.server.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;

/// A refund as it is stored. Pending until the gateway has said what became of it.
record Refund(
        long userId,
        String refundNo,
        UUID uuid,
        String orderId,
        Money amount,
        String reason,
        long requestedBy,
        @Nullable String requestHash,
        String status,
        @Nullable String note,
        TakenBack takenBack,
        Instant createdAt,
        @Nullable Instant settledAt,
        int asked,
        Instant askAt) {
    static final String PENDING = "pending";
    static final String DONE = "done";
    static final String REFUSED = "refused";

    /// What should have come back of what was bought, and what was still there to be taken.
    record TakenBack(long creditsDue, long credits, Duration timeDue, Duration time) {
        long creditsOwed() {
            return creditsDue - credits;
        }

        Duration timeOwed() {
            return timeDue.minus(time);
        }
    }

    boolean pending() {
        return status.equals(PENDING);
    }

    boolean refused() {
        return status.equals(REFUSED);
    }
}
