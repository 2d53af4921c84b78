package studio.mofang.server.generation;

import java.time.Duration;
import java.util.Optional;
import studio.mofang.core.Fault;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// The answer to a request that comes again while the first one is still being worked on (rule L7): the same one, be it
/// a text or why there is none.
final class Repeats {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final GenerationService generations;

    Repeats(GenerationService generations) {
        this.generations = generations;
    }

    /// Throws `busy` when that takes too long, another 409 at once when the key is another request's, and why the first
    /// one failed when it does.
    byte[] meanwhile(Optional<RequestKey> key, Problem busy) {
        if (busy.fault() != Fault.CONFLICT || key.isEmpty()) {
            throw busy;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var answer = generations.answered(key);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (!generations.claimed(key.get())) {
                throw generations.failure(key.get()).orElseGet(Repeats::failedElsewhere);
            }
            pause(busy);
        }
        throw busy;
    }

    private static Problem failedElsewhere() {
        return new Problem(Fault.CONFLICT, "同一请求没有成功，请再试一次");
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
