package studio.mofang.server.generation;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Work without pieces on its way to a client: it is done on a thread of its own, so that a silent model
/// does not keep us from noticing that the client has gone.
final class LiveWork<T> {
    /// A client's end shows at the second write after it, so cancelled work ends within a second.
    private static final Duration KEEP_ALIVE = Duration.ofMillis(400);

    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    /// Returns what the work gave, or throws what it threw. Throws IOException when the client is gone.
    T relay(Supplier<T> work, EventWriter events) throws IOException {
        Thread.ofVirtual().name("generation-", 0).start(() -> run(work));
        while (true) {
            try {
                return outcome.get(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // Still at it: time to see whether the client is still there.
                events.keepAlive();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("the server stops").initCause(e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
            }
        }
    }

    /// An edge: whatever is not told from here leaves the client waiting for good.
    private void run(Supplier<T> work) {
        try {
            outcome.complete(work.get());
        } catch (Throwable e) {
            outcome.completeExceptionally(e);
        }
    }
}
