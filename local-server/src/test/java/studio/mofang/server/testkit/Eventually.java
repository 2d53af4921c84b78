package studio.mofang.server.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for what another thread is about to bring about.
public final class Eventually {
    private Eventually() {}

    /// Asks again and again until it holds; fails after `patience`.
    public static void holds(Duration patience, String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + patience + ": " + what);
            }
            Thread.onSpinWait();
        }
    }
}
