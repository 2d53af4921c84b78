package studio.mofang.server.generation;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.generation.WritingService.Begun;
import studio.mofang.server.model.Written;

/// A text on its way to a client: the model writes on a thread of its own, so that a silent model does not keep us from
/// noticing that the client has gone.
final class LiveText {
    /// A client's end shows at the second write after it, so a cancelled text ends within a second.
    private static final Duration KEEP_ALIVE = Duration.ofMillis(400);

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

    private sealed interface Signal {
        record Piece(String text) implements Signal {}

        record Ended(Written written) implements Signal {}

        record Failed(RuntimeException reason) implements Signal {}
    }

    /// Hands the pieces on until the text is whole. Throws IOException when the client is gone.
    Written relay(WritingService writing, Begun begun, EventWriter events) throws IOException {
        Thread.ofVirtual().name("generation-", 0).start(() -> signals.add(outcome(writing, begun)));
        while (true) {
            switch (next()) {
                case null -> events.keepAlive();
                case Signal.Piece piece -> events.delta(piece.text());
                case Signal.Ended ended -> {
                    return ended.written();
                }
                case Signal.Failed failed -> throw failed.reason();
            }
        }
    }

    /// An edge: whatever is not told from here leaves the client waiting for good.
    private Signal outcome(WritingService writing, Begun begun) {
        try {
            return new Signal.Ended(writing.text(begun, piece -> signals.add(new Signal.Piece(piece))));
        } catch (RuntimeException e) {
            return new Signal.Failed(e);
        } catch (Throwable e) {
            return new Signal.Failed(new IllegalStateException("the thread of the model broke", e));
        }
    }

    private @Nullable Signal next() throws IOException {
        try {
            return signals.poll(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the server stops").initCause(e);
        }
    }
}
