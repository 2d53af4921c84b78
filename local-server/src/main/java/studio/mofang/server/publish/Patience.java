package studio.mofang.server.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How often a platform is asked for its verdict on what it has got: often at first, less often later, and
/// not for ever.
record Patience(Duration longest) {
    private static final Duration AT_FIRST = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofSeconds(15);
    private static final Duration IN_THE_END = Duration.ofMinutes(1);

    /// Until the next question; empty once it is over.
    Optional<Duration> pause(Instant since, Instant now) {
        var waited = Duration.between(since, now);
        if (waited.compareTo(longest) > 0) {
            return Optional.empty();
        }
        if (waited.compareTo(Duration.ofMinutes(1)) < 0) {
            return Optional.of(AT_FIRST);
        }
        return Optional.of(waited.compareTo(Duration.ofMinutes(10)) < 0 ? LATER : IN_THE_END);
    }
}
