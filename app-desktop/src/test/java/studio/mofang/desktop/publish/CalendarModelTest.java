package studio.mofang.desktop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Fault;
import studio.mofang.core.Publications.Publication;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class CalendarModelTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final CalendarModel model =
            new CalendarModel(time.background(), studio.backend(), Clock.fixed(NOW, SHANGHAI));

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void theWeeksOfTheMonthAreShownFromTheirMondayOn() {
        assertThat(model.today()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(model.firstShown()).isEqualTo(LocalDate.of(2026, 10, 26));
        assertThat(model.shownDays()).isEqualTo(42);

        model.choose(LocalDate.of(2027, 2, 1));
        assertThat(model.firstShown()).isEqualTo(LocalDate.of(2027, 2, 1));
        assertThat(model.shownDays()).as("February fits into four weeks").isEqualTo(28);
    }

    @Test
    void whatIsScheduledStandsOnItsDayInTheTimeZoneOfTheMachine() {
        studio.publications().add(1, "夜里", Instant.parse("2026-11-22T16:30:00Z"), "scheduled");
        studio.publications().add(2, "早上", Instant.parse("2026-11-22T23:30:00Z"), "scheduled");
        studio.publications().add(3, "明年", Instant.parse("2027-03-01T00:00:00Z"), "scheduled");
        model.watch();

        assertThat(model.daysProperty().get()).containsOnlyKeys(LocalDate.of(2026, 11, 23));
        assertThat(model.on(LocalDate.of(2026, 11, 23)))
                .extracting(Publication::title)
                .containsExactly("夜里", "早上");
        assertThat(model.on(model.today())).isEmpty();
    }

    @Test
    void anotherMonthsDayTurnsTheLeafAndFetchesIt() {
        studio.publications().add(3, "明年", Instant.parse("2027-03-01T00:00:00Z"), "scheduled");
        model.watch();
        model.choose(LocalDate.of(2027, 3, 1));

        assertThat(model.monthProperty().get()).isEqualTo(YearMonth.of(2027, 3));
        assertThat(model.on(LocalDate.of(2027, 3, 1))).hasSize(1);
        model.turn(-1);
        assertThat(model.dayProperty().get()).isEqualTo(LocalDate.of(2027, 2, 1));
        model.choose(LocalDate.of(2027, 1, 31));
        model.turn(1);
        assertThat(model.dayProperty().get()).as("February is shorter").isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void whatIsNewIsSeenWhileItIsWatchedAndNoLonger() {
        model.watch();
        studio.publications().add(1, "新", NOW.plusSeconds(3600), "scheduled");
        time.pass(Lookout.BETWEEN_LOOKS);
        assertThat(model.on(model.today())).hasSize(1);

        model.lookAway();
        var before = studio.calls().size();
        time.pass(Lookout.BETWEEN_LOOKS.multipliedBy(3));
        model.turn(1);
        assertThat(studio.calls()).hasSize(before);
    }

    @Test
    void aFailureIsToldUntilItIsOver() {
        studio.fails(Fault.INTERNAL);
        model.watch();
        assertThat(model.failureProperty().get()).isNotNull();

        studio.recovers();
        time.pass(Lookout.BETWEEN_LOOKS);
        assertThat(model.failureProperty().get()).isNull();
    }
}
