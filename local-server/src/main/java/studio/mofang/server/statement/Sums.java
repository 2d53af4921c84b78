package studio.mofang.server.statement;

import java.util.List;
import java.util.function.Predicate;
import studio.mofang.core.Money;
import studio.mofang.server.payment.bill.Movement;

/// What a bill comes to.
record Sums(long payments, Money paid, long refunds, Money refunded) {
    static Sums of(List<Movement> lines) {
        Predicate<Movement> refund = line -> !line.payment();
        return new Sums(
                lines.stream().filter(Movement::payment).count(),
                total(lines, Movement::payment),
                lines.stream().filter(refund).count(),
                total(lines, refund));
    }

    private static Money total(List<Movement> lines, Predicate<Movement> which) {
        return lines.stream().filter(which).map(Movement::amount).reduce(Money.ZERO, Money::plus);
    }
}
