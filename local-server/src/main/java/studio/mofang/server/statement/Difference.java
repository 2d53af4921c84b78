package studio.mofang.server.statement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.core.Statements;
import studio.mofang.server.payment.bill.Movement;

/// Where a bill and our books do not say the same; `theirs` and `ours` are absent where there is nothing.
record Difference(
        Kind kind,
        Movement movement,
        @Nullable Money theirs,
        @Nullable Money ours) {
    enum Kind {
        MISSING_HERE,
        MISSING_THERE,
        AMOUNT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Difference missingHere(Movement theirs) {
        return new Difference(Kind.MISSING_HERE, theirs, theirs.amount(), null);
    }

    static Difference missingThere(Movement ours) {
        return new Difference(Kind.MISSING_THERE, ours, null, ours.amount());
    }

    static Difference amount(Movement theirs, Movement ours) {
        return new Difference(Kind.AMOUNT, theirs, theirs.amount(), ours.amount());
    }

    String movementWord() {
        return movement.payment() ? Statements.PAYMENT : Statements.REFUND;
    }
}
