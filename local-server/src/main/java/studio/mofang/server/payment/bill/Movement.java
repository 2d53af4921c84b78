package studio.mofang.server.payment.bill;

import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;

/// Money that came or went back, as a provider's bill or our own books have it. The amount is positive either way.
public record Movement(Kind kind, String orderId, @Nullable String refundNo, String transactionId, Money amount) {
    /// Which way it went.
    public enum Kind {
        PAYMENT,
        REFUND
    }

    /// What it is the same movement by, there and here: a payment by order and transaction, a refund by its number.
    public String key() {
        return switch (kind) {
            case PAYMENT -> "P " + orderId + " " + transactionId;
            case REFUND -> "R " + orderId + " " + refundNo;
        };
    }

    public boolean payment() {
        return kind == Kind.PAYMENT;
    }
}
