package studio.mofang.desktop.making;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// Makes one thing at a time, which can be cancelled at any moment; what went wrong can be tried again.
public final class Workshop<T> {
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.IDLE);
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final Background background;
    private final Backend backend;
    private @Nullable Job<T> begun;
    private Runnable again = () -> {};
    private long credits;

    /// Whether something is being made; `ASIDE` while the person looks at something else meanwhile.
    public enum State {
        IDLE,
        WORKING,
        ASIDE,
        FAILED
    }

    /// A call under way; whoever cancels it gets the credits back.
    public interface Call<T> {
        /// Blocks until it is made.
        T run() throws Exception;

        /// From any thread.
        void cancel();
    }

    /// Opens the call; nothing is sent before it runs.
    @FunctionalInterface
    public interface Order<T> {
        Call<T> open(Backend.Api api);
    }

    public Workshop(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    public boolean working() {
        return state.get() == State.WORKING || state.get() == State.ASIDE;
    }

    /// What the last order was to cost.
    public long credits() {
        return credits;
    }

    /// Does nothing while something is being made: who presses twice pays once.
    public void make(@Nullable Cost cost, Order<T> order, Consumer<T> onMade) {
        if (working()) {
            return;
        }
        var job = new Job<T>();
        begun = job;
        again = () -> make(cost, order, onMade);
        credits = cost == null ? 0 : cost.credits();
        failure.set(null);
        state.set(State.WORKING);
        background.run(
                () -> job.run(backend.api(), order),
                made -> {
                    ended(job, State.IDLE);
                    onMade.accept(made);
                },
                problem -> failed(job, problem));
    }

    public void tryAgain() {
        again.run();
    }

    /// What comes all the same was made before the server heard of it, and is shown.
    public void cancel() {
        var job = begun;
        if (job != null) {
            job.stop();
            ended(job, State.IDLE);
        }
    }

    /// The person looks at something else: what is being made goes on, what failed is done with.
    public void stepAside() {
        state.set(working() ? State.ASIDE : State.IDLE);
    }

    /// The person comes back to what is being made.
    public void comeBack() {
        if (working()) {
            state.set(State.WORKING);
        }
    }

    private void failed(Job<T> job, Exception problem) {
        if (job == begun) {
            failure.set(problem);
        }
        ended(job, State.FAILED);
    }

    private void ended(Job<T> job, State how) {
        if (job == begun) {
            begun = null;
            state.set(how);
        }
    }

    /// One call, which may be stopped before it is open.
    private static final class Job<T> {
        private @Nullable Call<T> call;
        private boolean stopped;

        T run(Backend.Api api, Order<T> order) throws Exception {
            return opened(api, order).run();
        }

        synchronized void stop() {
            stopped = true;
            if (call != null) {
                call.cancel();
            }
        }

        private synchronized Call<T> opened(Backend.Api api, Order<T> order) {
            if (stopped) {
                throw new CancellationException("cancelled before it began");
            }
            var opened = order.open(api);
            call = opened;
            return opened;
        }
    }
}
