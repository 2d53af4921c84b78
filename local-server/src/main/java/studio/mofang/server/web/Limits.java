package studio.mofang.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Counts calls against the limits of appendix H: by user once signed in, by address before. One node keeps the counts
/// in memory; hosted nodes share them in the database.
public final class Limits {
    private final Function<Counter, Bucket> buckets;
    private final boolean on;

    private Limits(Function<Counter, Bucket> buckets, boolean on) {
        this.buckets = buckets;
        this.on = on;
    }

    private record Counter(Limit limit, String who) {
        BucketConfiguration configuration() {
            return BucketConfiguration.builder().addLimit(bandwidth(limit)).build();
        }
    }

    public static Limits off() {
        return new Limits(
                counter -> Bucket.builder().addLimit(bandwidth(counter.limit())).build(), false);
    }

    public static Limits ofThisNode() {
        Cache<Counter, Bucket> kept = Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofHours(1))
                .maximumSize(200_000)
                .build();
        return new Limits(
                counter -> kept.get(
                        counter,
                        _ -> Bucket.builder()
                                .addLimit(bandwidth(counter.limit()))
                                .build()),
                true);
    }

    public static Limits shared(ProxyManager<String> manager) {
        return new Limits(
                counter -> manager.getProxy(counter.limit() + "|" + counter.who(), counter::configuration), true);
    }

    /// How long to wait when the limit is used up; empty when the call may go on.
    public Optional<Duration> exceeded(Limit limit, String who) {
        if (!on || limit == Limit.NONE) {
            return Optional.empty();
        }
        var probe = buckets.apply(new Counter(limit, who)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bandwidth bandwidth(Limit limit) {
        return Bandwidth.builder()
                .capacity(limit.calls())
                .refillIntervally(limit.calls(), limit.period())
                .build();
    }
}
