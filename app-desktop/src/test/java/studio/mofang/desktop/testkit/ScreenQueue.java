package studio.mofang.desktop.testkit;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The interface's thread in tests whose news come from other threads: what is to be shown waits until the test looks.
public final class ScreenQueue implements Executor {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable action) {
        waiting.add(action);
    }

    /// Shows one thing after the other until `wanted` holds.
    public void until(BooleanSupplier wanted) {
        while (!wanted.getAsBoolean()) {
            try {
                var next = waiting.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("nothing came to be shown for " + PATIENCE_SECONDS + " s");
                }
                next.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// Shows whatever waits now.
    public void now() {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
