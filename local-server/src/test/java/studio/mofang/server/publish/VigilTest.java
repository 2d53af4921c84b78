package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VigilTest {
    private static final Instant START = Instant.parse("2026-11-29T08:00:00Z");

    private Instant now = START;
    private final Vigil vigil = new Vigil(() -> now);

    @Test
    void looksThatFollowEachOtherAreOneStretch() {
        for (int look = 0; look < 100; look++) {
            pass(Vigil.NAP);
            assertThat(vigil.since()).isEqualTo(START);
        }
    }

    @Test
    void aGapBeginsANewStretch() {
        pass(Vigil.NAP.plusMillis(1));
        var woken = now;
        assertThat(vigil.since()).isEqualTo(woken);

        pass(Duration.ofSeconds(1));
        assertThat(vigil.since()).isEqualTo(woken);
    }

    @Test
    void aClockThatWasSetBackDoesNotLeaveTheStretchInTheFuture() {
        pass(Duration.ofHours(-2));
        assertThat(vigil.since()).isEqualTo(now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
