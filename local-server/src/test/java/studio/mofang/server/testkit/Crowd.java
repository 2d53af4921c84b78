package studio.mofang.server.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many threads that do the same at the same moment.
public final class Crowd {
    private Crowd() {}

    /// What one of them, numbered from 0, does.
    public interface Act<T> {
        T run(int number) throws Exception;
    }

    public static <T> List<T> of(int size, Callable<T> act) {
        return of(size, (int _) -> act.call());
    }

    public static <T> List<T> of(int size, Act<T> act) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < size; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return act.run(number);
                }));
            }
            start.countDown();
            return results(running);
        }
    }

    private static <T> List<T> results(List<Future<T>> running) {
        var results = new ArrayList<T>();
        for (var one : running) {
            try {
                results.add(one.get());
            } catch (ExecutionException e) {
                throw new AssertionError("one of the crowd failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        return results;
    }
}
