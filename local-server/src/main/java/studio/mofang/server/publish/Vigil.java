package studio.mofang.server.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Knows since when this process has been watching the clock without a gap. Whoever watches looks often; a look
/// that comes much later than the one before, or earlier, tells of a machine that slept, of a process that stood
/// still, or of a clock that was set. No monotonic clock is asked: whether it goes on in sleep differs by system.
final class Vigil {
    /// Far above the time between two looks, which a busy machine stretches, and below what a person calls late.
    static final Duration NAP = Duration.ofSeconds(15);

    private final InstantSource clock;
    private Instant since;
    private Instant last;

    Vigil(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
        this.last = since;
    }

    /// A look: the beginning of the stretch that it belongs to.
    synchronized Instant since() {
        var now = clock.instant();
        if (now.isBefore(last) || last.plus(NAP).isBefore(now)) {
            since = now;
        }
        last = now;
        return since;
    }
}
