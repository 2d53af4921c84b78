package studio.mofang.core;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of the daily comparison with the providers' bills.
public interface Statements {
    /// The provider's bill of that day is not there yet, or could not be read; it is asked for again.
    String WAITING = "waiting";

    String COMPARED = "compared";

    /// Why it waits: there is no bill yet.
    String NOT_YET = "not_yet";

    /// The provider did not answer as it should.
    String UNREACHABLE = "unreachable";

    /// The bill was cut, changed, or of a form that is not known.
    String UNREADABLE = "unreadable";

    /// The provider has it, and our books do not.
    String MISSING_HERE = "missing_here";

    /// Our books have it, and no bill of the provider does.
    String MISSING_THERE = "missing_there";

    String AMOUNT = "amount";

    String PAYMENT = "payment";
    String REFUND = "refund";

    /// One day (`yyyy-MM-dd`, Beijing) at one provider. `reason` says why it waits, or why there is nothing newer.
    /// The sums are the bill's. `repaired` orders were paid there, unknown here, and credited because of the bill.
    /// `differences` are the first of `differenceCount`.
    record Statement(
            String gateway,
            String billDate,
            String status,
            @Nullable String reason,
            long payments,
            Money paid,
            long refunds,
            Money refunded,
            long repaired,
            long differenceCount,
            List<Difference> differences,
            @Nullable Instant comparedAt) {
        public Statement {
            differences = List.copyOf(differences);
        }
    }

    /// `movement` is payment or refund; `theirs` and `ours` are the amounts, absent where there is none.
    record Difference(
            String kind,
            String movement,
            String orderId,
            @Nullable String refundNo,
            String transactionId,
            @Nullable Money theirs,
            @Nullable Money ours) {}
}
