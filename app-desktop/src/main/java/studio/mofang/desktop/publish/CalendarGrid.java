package studio.mofang.desktop.publish;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import studio.mofang.core.Publications.Publication;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The weeks of a month with a column for each day of the week. One day is chosen, by the mouse or by the keys: the
/// arrows go to
/// another day, Page Up and Page Down to another month, Home to today.
final class CalendarGrid extends GridPane {
    private static final int WEEK = 7;
    private static final int MOST_SHOWN = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Desk desk;
    private final CalendarModel calendar;

    CalendarGrid(Desk desk, CalendarModel calendar) {
        this.desk = desk;
        this.calendar = calendar;
        getStyleClass().add("calendar");
        setId("calendar");
        setFocusTraversable(true);
        setOnKeyPressed(this::pressed);
        for (int column = 0; column < WEEK; column++) {
            var width = new ColumnConstraints();
            width.setPercentWidth(100.0 / WEEK);
            getColumnConstraints().add(width);
        }
    }

    void fill() {
        getChildren().clear();
        var locale = desk.messages().language().locale();
        for (int column = 0; column < WEEK; column++) {
            var name = DayOfWeek.of(column + 1).getDisplayName(TextStyle.SHORT, locale);
            add(Controls.label(name, "calendar-weekday"), column, 0);
        }
        for (int number = 0; number < calendar.shownDays(); number++) {
            add(cell(calendar.firstShown().plusDays(number)), number % WEEK, 1 + number / WEEK);
        }
        var chosen = calendar.dayProperty().get();
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(chosen);
        setAccessibleText(desk.text("calendar.spoken", day, calendar.on(chosen).size()));
    }

    private VBox cell(LocalDate date) {
        var cell = Controls.column(
                "calendar-day", Controls.label(String.valueOf(date.getDayOfMonth()), "calendar-number"));
        cell.setId("day-" + date);
        cell.pseudoClassStateChanged(TODAY, date.equals(calendar.today()));
        cell.pseudoClassStateChanged(OVER, date.isBefore(calendar.today()));
        cell.pseudoClassStateChanged(
                OUTSIDE, !YearMonth.from(date).equals(calendar.monthProperty().get()));
        cell.pseudoClassStateChanged(CHOSEN, date.equals(calendar.dayProperty().get()));
        cell.setOnMouseClicked(_ -> {
            requestFocus();
            calendar.choose(date);
        });
        var entries = calendar.on(date);
        int shown = entries.size() > MOST_SHOWN ? MOST_SHOWN - 1 : entries.size();
        entries.stream().limit(shown).forEach(entry -> cell.getChildren().add(entry(entry)));
        if (entries.size() > shown) {
            cell.getChildren().add(Controls.label(desk.text("history.more", entries.size() - shown), "calendar-more"));
        }
        return cell;
    }

    private Label entry(Publication publication) {
        var title = publication.title().isBlank() ? desk.text("publish.untitled") : publication.title();
        var time =
                TIME.format(Objects.requireNonNull(publication.scheduleTime()).atZone(ZoneId.systemDefault()));
        var words = mark(publication.status()) + time + " " + title;
        var entry = Controls.label(words, "calendar-entry", "entry-" + publication.status());
        entry.setMaxWidth(Double.MAX_VALUE);
        return entry;
    }

    /// For those who tell no colours apart.
    private static String mark(String status) {
        return switch (status) {
            case "published" -> "✓ ";
            case "failed", "missed", "needs_user" -> "! ";
            case "cancelled" -> "× ";
            default -> "";
        };
    }

    private void pressed(KeyEvent key) {
        var day = calendar.dayProperty().get();
        switch (key.getCode()) {
            case LEFT -> calendar.choose(day.minusDays(1));
            case RIGHT -> calendar.choose(day.plusDays(1));
            case UP -> calendar.choose(day.minusWeeks(1));
            case DOWN -> calendar.choose(day.plusWeeks(1));
            case PAGE_UP -> calendar.turn(-1);
            case PAGE_DOWN -> calendar.turn(1);
            case HOME -> calendar.choose(calendar.today());
            default -> {
                return;
            }
        }
        key.consume();
    }
}
