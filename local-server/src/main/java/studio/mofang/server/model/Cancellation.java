package studio.mofang.server.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The wish to end a call, from any thread: whoever can end it says how with `onCancel`.
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private final CountDownLatch wished = new CountDownLatch(1);

    /// Runs `action` when somebody cancels; at once where somebody has.
    public void onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled()) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    public void cancel() {
        List<Runnable> due;
        synchronized (actions) {
            wished.countDown();
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public boolean cancelled() {
        return wished.getCount() == 0;
    }

    /// Lets `pause` go by; true when somebody cancels meanwhile.
    public boolean within(Duration pause) {
        try {
            return wished.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
