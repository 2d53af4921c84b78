package studio.mofang.server.publish.relay;

import java.time.Duration;
import java.time.Instant;

/// At most so many requests a minute, from whomever: a page with its pictures needs a few dozen.
final class Pace {
    private static final int MOST = 240;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private Instant since = Instant.EPOCH;
    private int count;

    synchronized boolean allows(Instant now) {
        if (Duration.between(since, now).compareTo(WINDOW) >= 0) {
            since = now;
            count = 0;
        }
        count++;
        return count <= MOST;
    }
}
