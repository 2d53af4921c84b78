package studio.mofang.server.payment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// Lets a gateway be asked because somebody looks, but about one thing at most every two seconds on this node. A
/// desktop that no provider can notify learns of a payment by looking again and again.
final class Looks {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private final Cache<String, String> recent;

    Looks(InstantSource clock) {
        recent = Caffeine.newBuilder()
                .expireAfterWrite(PAUSE)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(MOST)
                .build();
    }

    /// False when somebody has asked a moment ago.
    boolean due(String about) {
        return recent.asMap().putIfAbsent(about, about) == null;
    }
}
