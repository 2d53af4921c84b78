package studio.mofang.server.generation;

import java.time.Duration;
import java.util.Optional;
import studio.mofang.core.Fault;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// The answer to a request that comes again while the first one is still being worked on (rule L7).
final class Repeats {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final GenerationService generations;

    Repeats(GenerationService generations) {
        this.generations = generations;
    }

    /// Throws `busy` when that takes too long, and another 409 at once when the key is another request's.
    byte[] meanwhile(Optional<RequestKey> key, Problem busy) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (busy.fault() == Fault.CONFLICT && System.nanoTime() < end) {
            var answer = generations.answered(key);
            if (answer.isPresent()) {
                return answer.get();
            }
            pause(busy);
        }
        throw busy;
    }

    private static void pause(Problem busy) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            busy.addSuppressed(e);
            throw busy;
        }
    }
}
