package studio.mofang.server.generation;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A text on its way to a client: the model writes on a thread of its own, so that a silent model does not
/// keep us from noticing that the client has gone.
final class LiveText<T> {
    /// A client's end shows at the second write after it, so a cancelled text ends within a second.
    private static final Duration KEEP_ALIVE = Duration.ofMillis(400);

    private final BlockingQueue<Signal<T>> signals = new LinkedBlockingQueue<>();

    private sealed interface Signal<T> {
        record Piece<T>(String text) implements Signal<T> {}

        record Ended<T>(T made) implements Signal<T> {}

        record Failed<T>(RuntimeException reason) implements Signal<T> {}
    }

    /// Hands the pieces on until the text is whole. Throws IOException when the client is gone.
    T relay(Begun<T> begun, EventWriter events) throws IOException {
        Thread.ofVirtual().name("generation-", 0).start(() -> signals.add(outcome(begun)));
        while (true) {
            switch (next()) {
                case null -> events.keepAlive();
                case Signal.Piece<T> piece -> events.delta(piece.text());
                case Signal.Ended<T> ended -> {
                    return ended.made();
                }
                case Signal.Failed<T> failed -> throw failed.reason();
            }
        }
    }

    /// An edge: whatever is not told from here leaves the client waiting for good.
    private Signal<T> outcome(Begun<T> begun) {
        try {
            return new Signal.Ended<>(begun.make(piece -> signals.add(new Signal.Piece<>(piece))));
        } catch (RuntimeException e) {
            return new Signal.Failed<>(e);
        } catch (Throwable e) {
            return new Signal.Failed<>(new IllegalStateException("the thread of the model broke", e));
        }
    }

    private @Nullable Signal<T> next() throws IOException {
        try {
            return signals.poll(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the server stops").initCause(e);
        }
    }
}
