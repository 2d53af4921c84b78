package studio.mofang.desktop.kit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Calls back after a while; tests turn their own by hand.
public interface Delay {
    Waiting after(Duration wait, Runnable action);

    /// One call that is still to come.
    @FunctionalInterface
    interface Waiting {
        void cancel();
    }

    static Delay onDaemonThread() {
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("delay").factory());
        return (wait, action) -> {
            var call = timer.schedule(action, wait.toMillis(), TimeUnit.MILLISECONDS);
            return () -> call.cancel(false);
        };
    }
}
