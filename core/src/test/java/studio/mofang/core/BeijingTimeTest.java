package studio.mofang.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeijingTimeTest {
    @Test
    void timesAreWrittenToTheSecondInBeijing() {
        assertThat(BeijingTime.write(Instant.parse("2026-01-22T02:00:00.999Z"))).isEqualTo("2026-01-22T10:00:00");
        assertThat(BeijingTime.write(Instant.parse("2026-12-31T16:09:05Z"))).isEqualTo("2027-01-01T00:09:05");
    }

    @Test
    void theSummerTimeThatChinaOnceHadIsKept() {
        assertThat(BeijingTime.write(Instant.parse("1988-07-01T00:00:00Z"))).isEqualTo("1988-07-01T09:00:00");
    }

    @Test
    void yearsOfFiveDigitsCarryASignAsIsoSays() {
        assertThat(BeijingTime.write(Instant.parse("+12026-01-22T02:00:00Z"))).isEqualTo("+12026-01-22T10:00:00");
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        var time = Instant.parse("2026-01-22T02:00:00Z");

        assertThat(BeijingTime.read(BeijingTime.write(time))).isEqualTo(time);
        assertThat(BeijingTime.read("2026-01-22T02:00:00Z")).isEqualTo(time);
    }
}
