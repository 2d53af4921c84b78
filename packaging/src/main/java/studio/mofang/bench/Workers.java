package studio.mofang.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Threads that each do the same work again and again, for a user of their own.
final class Workers {
    private static final Duration ROUND = Duration.ofSeconds(2);

    private final List<Work> works = new ArrayList<>();

    /// One commit.
    interface Work {
        void once() throws Exception;
    }

    Workers(List<Long> users, LongFunction<Work> work) {
        users.forEach(user -> works.add(work.apply(user)));
    }

    /// Throws ExecutionException when any of the works failed.
    double commitsPerSecond() throws InterruptedException, ExecutionException {
        var commits = new LongAdder();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(works.size())) {
            var running = works.stream()
                    .map(work -> threads.submit(() -> repeat(work, begin + ROUND.toNanos(), commits)))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
        return commits.sum() * 1e9 / (System.nanoTime() - begin);
    }

    private static @Nullable Void repeat(Work work, long until, LongAdder commits) throws Exception {
        while (System.nanoTime() < until) {
            work.once();
            commits.increment();
        }
        return null;
    }
}
