package studio.mofang.desktop.testkit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import studio.mofang.client.ApiClient;
import studio.mofang.client.Bearer;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// The way to a server on which every call takes as long as the test wants: it waits here until its fate is told. All
/// other work is done at once, and its outcomes come to the screen, which is the thread of the test.
public final class Line implements Interceptor {
    private final Thread screen = Thread.currentThread();
    private final Queue<Runnable> outcomes = new ConcurrentLinkedQueue<>();
    private final Deque<CompletableFuture<Fate>> waiting = new ArrayDeque<>();
    private int moving;
    private boolean dead;

    /// What becomes of a call.
    public enum Fate {
        ARRIVES,
        NEVER_LEAVES,
        LOSES_ITS_ANSWER
    }

    public Background background(Delay delay) {
        return new Background(this::work, this::outcome, delay);
    }

    public ApiClient client(String address, String secret) {
        return new ApiClient(new OkHttpClient.Builder().addInterceptor(this).build(), address, Bearer.fixed(secret));
    }

    /// Tells the fate of the call that waits longest; false when none waits.
    public boolean next(Fate fate) {
        return tell(Deque::poll, fate);
    }

    /// The call that came last overtakes all others.
    public boolean newest(Fate fate) {
        return tell(Deque::pollLast, fate);
    }

    private boolean tell(Function<Deque<CompletableFuture<Fate>>, CompletableFuture<Fate>> which, Fate fate) {
        CompletableFuture<Fate> call;
        synchronized (this) {
            call = which.apply(waiting);
            if (call == null) {
                return false;
            }
            moving++;
        }
        call.complete(fate);
        settle();
        return true;
    }

    /// Until no call waits any more.
    public void open() {
        while (next(Fate.ARRIVES)) {
            settle();
        }
    }

    /// The process dies: the calls that wait have this fate, and nobody hears of anything any more.
    public void dies(Fate fate) {
        synchronized (this) {
            dead = true;
        }
        while (next(fate)) {
            outcomes.clear();
        }
        outcomes.clear();
    }

    /// Runs what has come to the screen.
    public void settle() {
        awaitRest();
        for (var outcome = outcomes.poll(); outcome != null && !dead(); outcome = outcomes.poll()) {
            outcome.run();
            awaitRest();
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var fate = fate();
        if (fate == Fate.NEVER_LEAVES) {
            throw new IOException("the line is cut");
        }
        var response = chain.proceed(chain.request());
        if (fate == Fate.LOSES_ITS_ANSWER) {
            response.close();
            throw new IOException("the line was cut");
        }
        return response;
    }

    private Fate fate() {
        var call = new CompletableFuture<Fate>();
        synchronized (this) {
            if (dead) {
                return Fate.NEVER_LEAVES;
            }
            waiting.add(call);
        }
        stopped();
        return call.join();
    }

    private void work(Runnable task) {
        synchronized (this) {
            if (dead) {
                return;
            }
            moving++;
        }
        Thread.startVirtualThread(() -> {
            try {
                task.run();
            } finally {
                stopped();
            }
        });
        awaitRest();
    }

    private void outcome(Runnable outcome) {
        if (Thread.currentThread() == screen) {
            outcome.run();
        } else {
            outcomes.add(outcome);
        }
    }

    private synchronized boolean dead() {
        return dead;
    }

    private synchronized void stopped() {
        moving--;
        notifyAll();
    }

    private synchronized void awaitRest() {
        try {
            while (moving > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while work was under way", e);
        }
    }
}
