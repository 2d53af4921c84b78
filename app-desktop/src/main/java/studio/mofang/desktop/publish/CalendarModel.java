package studio.mofang.desktop.publish;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Publications.Publication;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// The calendar's month, the day in it that is chosen, and what is scheduled on its days, in the time zone of the
/// machine. Weeks begin on Monday, and as many are shown as the month has a part of.
final class CalendarModel {
    private static final int WEEK = 7;

    private final ReadOnlyObjectWrapper<YearMonth> month = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LocalDate> day = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Map<LocalDate, List<Publication>>> days = new SimpleObjectProperty<>(Map.of());
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final Backend backend;
    private final Clock clock;
    private final Lookout<List<Publication>> lookout;

    CalendarModel(Background background, Backend backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
        this.lookout = new Lookout<>(background, this::look, this::show, failure::set);
        day.set(today());
        month.set(YearMonth.from(today()));
    }

    ReadOnlyObjectProperty<YearMonth> monthProperty() {
        return month.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LocalDate> dayProperty() {
        return day.getReadOnlyProperty();
    }

    /// Those of the shown days that have something, the earliest first.
    ReadOnlyObjectProperty<Map<LocalDate, List<Publication>>> daysProperty() {
        return days;
    }

    /// Whether the days are those of the month.
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded;
    }

    /// Why the days are not there.
    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /// The Monday on or before the first of the month.
    LocalDate firstShown() {
        return month.get().atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    int shownDays() {
        long days = ChronoUnit.DAYS.between(firstShown(), month.get().atEndOfMonth()) + 1;
        return Math.toIntExact((days + WEEK - 1) / WEEK * WEEK);
    }

    List<Publication> on(LocalDate date) {
        return days.get().getOrDefault(date, List.of());
    }

    /// Turns the leaf where the day is on another.
    void choose(LocalDate date) {
        day.set(date);
        turnTo(YearMonth.from(date));
    }

    /// The same day of another month, or its last.
    void turn(int months) {
        choose(day.get().plusMonths(months));
    }

    void watch() {
        lookout.watch();
    }

    void lookAway() {
        lookout.lookAway();
    }

    /// Something has been changed: what is shown may be old.
    void refresh() {
        lookout.lookAnew();
    }

    private void turnTo(YearMonth next) {
        if (!next.equals(month.get())) {
            loaded.set(false);
            month.set(next);
            days.set(Map.of());
            refresh();
        }
    }

    private Background.Work<List<Publication>> look() {
        var from = startOf(firstShown());
        var until = startOf(firstShown().plusDays(shownDays()));
        return () -> backend.api().publishing().publish().schedule(from, until);
    }

    /// Nodes are only built anew when something has changed: the person may be about to press one.
    private void show(List<Publication> publications) {
        failure.set(null);
        var found = byDay(publications);
        if (!found.equals(days.get())) {
            days.set(found);
        }
        loaded.set(true);
    }

    private Map<LocalDate, List<Publication>> byDay(List<Publication> found) {
        return found.stream()
                .filter(publication -> publication.scheduleTime() != null)
                .collect(Collectors.groupingBy(publication ->
                        LocalDate.ofInstant(Objects.requireNonNull(publication.scheduleTime()), clock.getZone())));
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(clock.getZone()).toInstant();
    }
}
