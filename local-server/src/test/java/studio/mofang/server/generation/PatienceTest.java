package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Instant SUBMITTED = Instant.parse("2026-11-29T08:00:00Z");
    private static final Instant DEADLINE = SUBMITTED.plus(GenerationService.DEADLINE);

    @Test
    void aClientWaitsForOneDeadlineAlsoWhereTheFirstAnswerComesLate() {
        var patience = Patience.ofClient(SUBMITTED, Duration.ofSeconds(2));

        assertThat(patience.unansweredUntil()).isEqualTo(DEADLINE);
        assertThat(patience.drawnUntil(DEADLINE.minusSeconds(1))).isEqualTo(DEADLINE);
    }

    @Test
    void whatNobodyWaitsForMayBeDrawnForAWhileHoweverLateItIsAskedAbout() {
        var woken = SUBMITTED.plus(Duration.ofDays(2));
        var patience = Patience.ofNobody(SUBMITTED, woken);

        assertThat(patience.unansweredUntil()).isAfter(woken);
        assertThat(patience.drawnUntil(woken)).isEqualTo(woken.plus(GenerationService.DEADLINE));
    }
}
