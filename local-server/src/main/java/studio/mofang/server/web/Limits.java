package studio.mofang.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/// Counts calls against the limits of appendix H: by user once signed in, by address before. One node keeps the counts
/// in memory; hosted nodes share them in the database. A used-up limit is whole again when its period has passed.
public final class Limits {
    private static final int SWEPT_AT_ONCE = 1000;

    private final Function<Counter, Optional<Bucket>> buckets;
    private final Runnable sweep;

    private Limits(Function<Counter, Optional<Bucket>> buckets, Runnable sweep) {
        this.buckets = buckets;
        this.sweep = sweep;
    }

    private record Counter(Limit limit, String who) {}

    public static Limits off() {
        return new Limits(_ -> Optional.empty(), () -> {});
    }

    public static Limits ofThisNode(InstantSource clock) {
        Cache<Counter, Bucket> kept = Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofHours(1))
                .maximumSize(200_000)
                .build();
        var meter = new Meter(clock);
        return new Limits(
                counter -> Optional.of(kept.get(
                        counter,
                        one -> Bucket.builder()
                                .addLimit(bandwidth(one.limit()))
                                .withCustomTimePrecision(meter)
                                .build())),
                kept::cleanUp);
    }

    /// On PostgreSQL, in the table `request_limit`.
    public static Limits ofAllNodes(DataSource source, InstantSource clock) {
        var shared = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("request_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new Meter(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
        return new Limits(
                counter -> Optional.of(shared.getProxy(
                        counter.limit() + "|" + counter.who(),
                        () -> BucketConfiguration.builder()
                                .addLimit(bandwidth(counter.limit()))
                                .build())),
                () -> shared.removeExpired(SWEPT_AT_ONCE));
    }

    /// How long to wait when the limit is used up; empty when the call may go on.
    public Optional<Duration> exceeded(Limit limit, String who) {
        if (limit == Limit.NONE) {
            return Optional.empty();
        }
        return buckets.apply(new Counter(limit, who))
                .map(bucket -> bucket.tryConsumeAndReturnRemaining(1))
                .filter(probe -> !probe.isConsumed())
                .map(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// Forgets counters that are whole again.
    public void sweep() {
        sweep.run();
    }

    private static Bandwidth bandwidth(Limit limit) {
        return Bandwidth.builder()
                .capacity(limit.calls())
                .refillIntervally(limit.calls(), limit.period())
                .build();
    }

    /// Bucket4j's view of our clock.
    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
