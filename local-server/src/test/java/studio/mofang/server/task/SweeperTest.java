package studio.mofang.server.task;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import studio.mofang.server.task.Sweeper.Sweep;
import studio.mofang.server.testkit.Eventually;

class SweeperTest {
    @Test
    void aSweepThatFailsEvenWithAnErrorRunsAgain() throws Exception {
        var runs = new AtomicInteger();
        var sweep = new Sweep("broken", Duration.ofMillis(1), () -> {
            runs.incrementAndGet();
            throw new StackOverflowError("on purpose");
        });

        try (var _ = new Sweeper(List.of(sweep))) {
            Eventually.holds(Duration.ofSeconds(5), "a third run", () -> runs.get() >= 3);
        }
    }
}
