package studio.mofang.server.generation;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.credit.CreditService;

/// Holds credits for a generation, and takes them when it is done. Joins the caller's transaction.
final class Till {
    private static final Logger log = LoggerFactory.getLogger(Till.class);
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final CreditService credits;

    Till(CreditService credits) {
        this.credits = credits;
    }

    /// Absent where it costs nothing.
    Optional<UUID> hold(long userId, UUID generation, int price) {
        return credits.hold(userId, price, "generation:" + generation, LIFE);
    }

    /// The run with what it has cost in the end. A hold that has expired, as after a night's sleep of the machine, is
    /// taken anew. Where the credits are spent by now the work is free: it is kept, and a person is never told of a
    /// charge that was not made.
    Run charged(Run run) {
        if (run.hold().isEmpty() || capture(run, run.hold().get())) {
            return run;
        }
        var again = heldAnew(run);
        again.ifPresent(hold -> capture(run, hold));
        return run.costing(again.isPresent() ? run.price() : 0, again);
    }

    private Optional<UUID> heldAnew(Run run) {
        var balance = credits.balance(run.userId());
        if (balance.creditBalance() - balance.creditHeld() < run.price()) {
            log.info("Generation {} is free: its credits were given back and spent", run.id());
            return Optional.empty();
        }
        return hold(run.userId(), run.id(), run.price());
    }

    private boolean capture(Run run, UUID hold) {
        return credits.capture(
                run.userId(), hold, "generation", run.assignment().description());
    }
}
