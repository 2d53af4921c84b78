package studio.mofang.server.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What a fake provider's bills say, day by day, and what it does wrong when it is next asked for one.
public final class BillBook {
    private final Map<LocalDate, List<Line>> lines = new ConcurrentHashMap<>();
    private final Map<LocalDate, Wrong> wrongs = new ConcurrentHashMap<>();

    /// `refundNo` is empty for a payment.
    public record Line(String orderId, String refundNo, String transactionId, BigDecimal yuan) {
        boolean refund() {
            return !refundNo.isEmpty();
        }
    }

    /// What can be wrong with a bill.
    public enum Wrong {
        /// It is being made.
        NOT_YET,
        /// Something else was wrong with the question.
        INVALID,
        /// The file is not what its hash says.
        OTHER_CONTENT,
        /// The file ends too early.
        CUT,
        /// An archive that would fill the memory.
        BOMB,
        /// The file lies with somebody else.
        OTHER_HOST
    }

    /// A day without lines has no bill.
    public void has(LocalDate date, Line... all) {
        lines.put(date, List.of(all));
    }

    /// Once.
    public void goesWrong(LocalDate date, Wrong wrong) {
        wrongs.put(date, wrong);
    }

    Optional<List<Line>> lines(LocalDate date) {
        return Optional.ofNullable(lines.get(date));
    }

    boolean takes(LocalDate date, Wrong wrong) {
        return wrongs.remove(date, wrong);
    }
}
