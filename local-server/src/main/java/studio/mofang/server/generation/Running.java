package studio.mofang.server.generation;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// The generations under way in this process.
final class Running {
    private final Map<UUID, Run> runs = new HashMap<>();
    private final Set<UUID> outliving = new HashSet<>();

    synchronized void add(Run run) {
        runs.put(run.id(), run);
    }

    /// From now on it runs here and can be left to another process.
    synchronized void outlives(Run run) {
        runs.put(run.id(), run);
        outliving.add(run.id());
    }

    synchronized boolean outliving(Run run) {
        return outliving.contains(run.id());
    }

    synchronized boolean has(UUID id) {
        return runs.containsKey(id);
    }

    synchronized void remove(Run run) {
        runs.remove(run.id());
        outliving.remove(run.id());
        notifyAll();
    }

    synchronized Set<UUID> ids() {
        return Set.copyOf(runs.keySet());
    }

    void cancelAll() {
        cancel(_ -> true);
    }

    void cancelOutliving() {
        cancel(this::outliving);
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

    private void cancel(Predicate<Run> which) {
        List<Run> due;
        synchronized (this) {
            due = runs.values().stream().filter(which).toList();
        }
        due.forEach(run -> run.cancellation().cancel());
    }

    private static long millisUntil(long nanoTime) {
        return Duration.ofNanos(nanoTime - System.nanoTime()).toMillis();
    }
}
