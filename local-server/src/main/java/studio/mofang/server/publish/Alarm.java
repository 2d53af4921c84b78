package studio.mofang.server.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings when the next due time has come, not at intervals. It looks at the clock four times a second while
/// it waits, so that a machine that slept, or whose clock was set, is noticed, and keeps the vigil by that; `look`
/// says when next, and is asked again after `longest` at the latest, for what other nodes have added.
final class Alarm implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Alarm.class);
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final InstantSource clock;
    private final Vigil vigil;
    private final Duration longest;
    private final Supplier<Optional<Instant>> look;
    private final Semaphore rung = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    Alarm(InstantSource clock, Vigil vigil, Duration longest, Supplier<Optional<Instant>> look) {
        this.clock = clock;
        this.vigil = vigil;
        this.longest = longest;
        this.look = look;
        this.thread = Thread.ofVirtual().name("publications").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Something has changed: look again at once.
    void ring() {
        rung.release();
    }

    @Override
    public void close() {
        closed = true;
        ring();
    }

    private void run() {
        while (!closed) {
            await(next());
        }
    }

    /// An edge: whatever goes wrong in one look must not end the alarm.
    private Instant next() {
        var latest = clock.instant().plus(longest);
        try {
            return look.get().filter(due -> due.isBefore(latest)).orElse(latest);
        } catch (RuntimeException e) {
            if (!closed) {
                log.error("Could not look for publications that are due; trying again", e);
            }
            return clock.instant().plus(GLANCE);
        }
    }

    private void await(Instant due) {
        try {
            while (!closed) {
                vigil.since();
                var left = Duration.between(clock.instant(), due);
                if (!left.isPositive()) {
                    return;
                }
                long wait = Math.min(left.toMillis() + 1, GLANCE.toMillis());
                if (rung.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
                    rung.drainPermits();
                    return;
                }
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }
}
