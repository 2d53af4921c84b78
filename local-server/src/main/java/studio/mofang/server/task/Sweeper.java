package studio.mofang.server.task;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs sweeps at intervals, on every node: each must be safe to run on several at once and to be cut at any point.
/// A sweep that fails is logged and runs again at its next turn.
public final class Sweeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeper").daemon().factory());

    /// `work` runs first right after the start, then every `pause` after it has ended.
    public record Sweep(String name, Duration pause, Runnable work) {}

    public Sweeper(List<Sweep> sweeps) {
        for (var sweep : sweeps) {
            timer.scheduleWithFixedDelay(() -> run(sweep), 0, sweep.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Lets a running sweep end.
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /// An edge: the timer silently drops for good what throws even once.
    private static void run(Sweep sweep) {
        try {
            sweep.work().run();
        } catch (Throwable e) {
            log.error("Sweep {} failed; it runs again in {}", sweep.name(), sweep.pause(), e);
        }
    }
}
