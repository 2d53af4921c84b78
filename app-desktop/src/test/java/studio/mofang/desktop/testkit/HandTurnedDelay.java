package studio.mofang.desktop.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// Time that passes when the test says so.
public final class HandTurnedDelay implements Delay {
    private final List<Call> calls = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Call(Duration at, Runnable action) {}

    /// Work and callbacks on the thread of the test.
    public Background background() {
        return new Background(Runnable::run, Runnable::run, this);
    }

    @Override
    public Waiting after(Duration wait, Runnable action) {
        var call = new Call(now.plus(wait), action);
        calls.add(call);
        return () -> calls.remove(call);
    }

    public void pass(Duration time) {
        var until = now.plus(time);
        while (true) {
            var next = calls.stream()
                    .filter(call -> call.at().compareTo(until) <= 0)
                    .min(Comparator.comparing(Call::at));
            if (next.isEmpty()) {
                break;
            }
            calls.remove(next.get());
            now = next.get().at();
            next.get().action().run();
        }
        now = until;
    }
}
