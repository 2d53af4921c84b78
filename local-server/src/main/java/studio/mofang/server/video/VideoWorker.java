package studio.mofang.server.video;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jooq.SQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.VaultClosed;
import studio.mofang.server.model.Cancellation;

/// Claims what is due, on whichever node comes first, and has each claimed task carried one step on. A claim
/// is a lease that is renewed while the step lasts; after the death of its node it runs out, and another node
/// goes on.
final class VideoWorker implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(VideoWorker.class);
    private static final int AT_ONCE = 50;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Database database;
    private final CreditService credits;
    private final VideoCarrier carrier;
    private final InstantSource clock;
    private final Executor threads;
    private final VideoTaskRepository tasks = new VideoTaskRepository();
    private final Map<UUID, Errand> working = new ConcurrentHashMap<>();
    private volatile boolean closed;

    VideoWorker(Database database, CreditService credits, VideoCarrier carrier, InstantSource clock, Executor threads) {
        this.database = database;
        this.credits = credits;
        this.carrier = carrier;
        this.clock = clock;
        this.threads = threads;
    }

    /// Before the server serves and before any sweep: takes over what a dead process left, and its holds.
    void recover() {
        if (database.dialect() == SQLDialect.H2) {
            database.write(tx -> {
                tasks.freeAll(tx);
                return tx;
            });
            for (var task : database.read(sql -> tasks.active(sql, Integer.MAX_VALUE))) {
                task.pay().hold().ifPresent(hold -> credits.adopt(task.userId(), hold));
            }
        }
    }

    /// Renews what this process works on, and claims what is due.
    void sweep() {
        if (!working.isEmpty()) {
            database.write(tx -> {
                tasks.renew(tx, working.keySet(), now().plus(LEASE));
                return tx;
            });
        }
        poke();
    }

    /// Claims what is due; the work is the threads'.
    void poke() {
        if (!closed) {
            threads.execute(this::claimDue);
        }
    }

    /// Stops whatever is still being done for an ended task, here and at its provider; the work is the
    /// threads'.
    void drop(VideoTask task) {
        working.values().stream()
                .filter(errand -> errand.task().id().equals(task.id()))
                .forEach(errand -> errand.cancellation().cancel());
        var ticket = task.course().ticket();
        if (ticket != null) {
            threads.execute(() -> carrier.cancelUpstream(task, ticket));
        }
    }

    @Override
    public void close() {
        closed = true;
        long end = System.nanoTime() + STOP.toNanos();
        while (!working.isEmpty() && System.nanoTime() < end) {
            working.values().forEach(errand -> errand.cancellation().cancel());
            Thread.onSpinWait();
        }
    }

    private void claimDue() {
        for (var task : database.read(sql -> tasks.due(sql, now(), AT_ONCE))) {
            var errand = new Errand(task, UUID.randomUUID(), new Cancellation());
            if (!closed && database.write(tx -> tasks.claim(tx, errand, now(), now().plus(LEASE)))) {
                working.put(errand.claim(), errand);
                threads.execute(() -> step(errand));
            }
        }
    }

    /// An edge: a task whose step breaks is taken up again when its lease is over.
    private void step(Errand errand) {
        boolean goesOn = false;
        try {
            goesOn = carrier.carryOn(errand);
        } catch (VaultClosed _) {
            log.info(
                    "Video {} waits for the keychain that holds its model's key",
                    errand.task().id());
        } catch (RuntimeException | Error e) {
            log.error("A step of video {} broke", errand.task().id(), e);
        } finally {
            working.remove(errand.claim());
        }
        if (goesOn) {
            poke();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
