package studio.mofang.server.payment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;

/// What an authenticated source says about a payment, and the bytes in which it said so. `provider` is the payment
/// method: transaction ids are unique within it.
record PaymentMessage(
        Source source,
        String provider,
        String orderId,
        String transactionId,
        boolean success,
        @Nullable Money amount,
        byte[] raw) {

    /// How the message came.
    enum Source {
        CALLBACK,
        NOTIFY,
        QUERY
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentMessage message && Arrays.equals(raw, message.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return "PaymentMessage[" + orderId + ", " + transactionId + "]";
    }
}
