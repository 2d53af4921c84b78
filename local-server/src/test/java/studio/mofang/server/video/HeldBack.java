package studio.mofang.server.video;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// Threads that stand still: a node's work waits until the test lets it go on, if ever.
final class HeldBack implements Executor {
    private final Queue<Runnable> work = new ArrayDeque<>();

    @Override
    public void execute(Runnable one) {
        work.add(one);
    }

    void runNext() {
        work.remove().run();
    }

    void runAll() {
        while (!work.isEmpty()) {
            runNext();
        }
    }
}
