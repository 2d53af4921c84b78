package studio.mofang.server.payment.bill;

import java.util.List;

/// What a provider answers when it is asked for the bill of a day.
public sealed interface Bill {
    /// The bill, which may be of a day on which nothing happened.
    record Lines(List<Movement> movements) implements Bill {
        public Lines {
            movements = List.copyOf(movements);
        }
    }

    /// There is none: nothing happened, or it has not been made. The providers do not say which.
    record None() implements Bill {}

    /// It is being made.
    record NotYet() implements Bill {}
}
