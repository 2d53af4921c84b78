package studio.mofang.server.generation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The generations under way in this process.
final class Running {
    private final Map<UUID, Run> runs = new HashMap<>();

    synchronized void add(Run run) {
        runs.put(run.id(), run);
    }

    synchronized void remove(Run run) {
        runs.remove(run.id());
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return runs.isEmpty();
    }

    void cancelAll() {
        List<Run> all;
        synchronized (this) {
            all = List.copyOf(runs.values());
        }
        all.forEach(run -> run.cancellation().cancel());
    }

    /// Returns when none is left, or after `patience`.
    synchronized void awaitEmpty(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); !runs.isEmpty() && left > 0; left = millisUntil(end)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millisUntil(long nanoTime) {
        return Duration.ofNanos(nanoTime - System.nanoTime()).toMillis();
    }
}
