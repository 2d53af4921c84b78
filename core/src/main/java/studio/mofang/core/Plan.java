package studio.mofang.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// The memberships of appendix D: what they cost in yuan and in credits, and how long they last.
public enum Plan {
    MONTHLY("monthly", new Money(990), 99, 1),
    QUARTERLY("quarterly", new Money(2500), 250, 3),
    YEARLY("yearly", new Money(9900), 990, 12);

    private final String type;
    private final Money price;
    private final int credits;
    private final int months;

    Plan(String type, Money price, int credits, int months) {
        this.type = type;
        this.price = price;
        this.credits = credits;
        this.months = months;
    }

    public static Optional<Plan> find(String type) {
        return Arrays.stream(values()).filter(plan -> plan.type.equals(type)).findFirst();
    }

    /// `monthly`, `quarterly` or `yearly`, as on the wire.
    public String type() {
        return type;
    }

    public Money price() {
        return price;
    }

    /// What paying by balance takes.
    public int credits() {
        return credits;
    }

    /// Where a period ends that begins at `start`: whole months of the Beijing calendar later.
    public Instant end(Instant start) {
        return start.atZone(BeijingTime.ZONE).plusMonths(months).toInstant();
    }
}
