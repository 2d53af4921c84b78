package studio.mofang.desktop.kit;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Runs what may be slow off the interface thread and brings its outcome back onto it.
public final class Background {
    private final Executor work;
    private final Executor screen;
    private final Delay delay;

    /// `work` runs the slow part, `screen` the callbacks, which touch properties and nodes.
    public Background(Executor work, Executor screen, Delay delay) {
        this.work = work;
        this.screen = screen;
        this.delay = delay;
    }

    /// A virtual thread for each piece of work, and JavaFX's own thread for the outcomes.
    public static Background ofTheInterface() {
        return new Background(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater, Delay.onDaemonThread());
    }

    /// Work that may fail with any exception, which is then its outcome.
    @FunctionalInterface
    public interface Work<T> {
        T result() throws Exception;
    }

    /// Either `onSuccess` or `onFailure` is called, once, on the interface's thread.
    public <T> void run(Work<T> task, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
        work.execute(() -> {
            Runnable outcome = outcome(task, onSuccess, onFailure);
            screen.execute(outcome);
        });
    }

    /// Calls on the interface's thread, after `wait`, unless cancelled before.
    public Delay.Waiting after(Duration wait, Runnable action) {
        return delay.after(wait, () -> screen.execute(action));
    }

    /// For progress that background work reports on its way.
    public void onScreen(Runnable action) {
        screen.execute(action);
    }

    private static <T> Runnable outcome(Work<T> task, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
        try {
            var result = task.result();
            return () -> onSuccess.accept(result);
        } catch (Exception e) {
            return () -> onFailure.accept(e);
        }
    }
}
