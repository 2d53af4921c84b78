package studio.mofang.server.generation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.Database;
import studio.mofang.server.generation.GenerationRepository.Orphan;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.web.Problem;

/// What a provider goes on with under a ticket passes from one process to the next: with the death of the first one, or
/// because it stops in good order and leaves it.
final class Succession {
    /// How long a node is believed to be at its work without saying so again.
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(Succession.class);
    /// Longer than a provider keeps what it has given a ticket for.
    private static final Duration HELD = Patience.KEPT.plusHours(1);

    private final Database database;
    private final CreditService credits;
    private final Running running;
    private final UUID node;
    private final InstantSource clock;
    private final GenerationRepository journal = new GenerationRepository();
    private volatile boolean leaving;

    Succession(Database database, CreditService credits, Running running, UUID node, InstantSource clock) {
        this.database = database;
        this.credits = credits;
        this.running = running;
        this.node = node;
        this.clock = clock;
    }

    /// Keeps with `ticket`, in one durable transaction, what the next process goes on with. False where the run has
    /// ended already, or is another node's by now.
    boolean outlives(Run run, Consumer<DSLContext> ticket) {
        return ours(run, tx -> {
            boolean mine = journal.leased(tx, run, node, clock.instant().plus(LEASE));
            if (mine) {
                ticket.accept(tx);
            }
            return mine;
        });
    }

    /// Makes a run that another process left this one's; false where somebody else was faster, or this process is at
    /// it still.
    boolean takenOver(Orphan orphan, Run run) {
        boolean free = !leaving && !running.has(run.id());
        return free
                && ours(
                        run,
                        tx -> journal.takenOver(
                                tx, orphan, node, clock.instant().plus(LEASE)));
    }

    /// Before any sweep, where one process owns the store: frees what a dead one left, and keeps its credits held until
    /// it is taken over.
    void recover() {
        database.write(tx -> {
            journal.freeWithTicket(tx);
            return tx;
        });
        for (var orphan : database.read(journal::withTicket)) {
            Optional.ofNullable(orphan.holdId()).ifPresent(hold -> credits.adopt(orphan.userId(), hold, HELD));
        }
    }

    /// This process is about to stop: what can be left is cancelled here, and nowhere else.
    void leave() {
        leaving = true;
        running.cancelOutliving();
    }

    boolean leaving() {
        return leaving;
    }

    /// Whether nothing but the stop of this process ended it.
    boolean leaves(Run run, ModelFailure failure) {
        return leaving && failure.kind() == ModelFailure.Kind.CANCELLED && running.outliving(run);
    }

    /// Frees it for the next process, and says what the person reads.
    Problem left(Run run) {
        try {
            database.writeDurably(tx -> journal.leased(tx, run, node, GenerationRepository.FREE));
            log.info("Generation {} is left to its provider", run.id());
        } finally {
            running.remove(run);
        }
        return ModelFailure.Kind.GOES_ON.problem();
    }

    private boolean ours(Run run, Function<DSLContext, Boolean> claim) {
        boolean mine = database.writeDurably(tx -> {
            boolean claimed = claim.apply(tx);
            if (claimed) {
                run.hold().ifPresent(hold -> credits.adopt(run.userId(), hold, HELD));
            }
            return claimed;
        });
        if (mine) {
            running.outlives(run);
            if (leaving) {
                run.cancellation().cancel();
            }
        }
        return mine;
    }
}
