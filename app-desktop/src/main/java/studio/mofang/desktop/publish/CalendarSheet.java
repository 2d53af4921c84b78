package studio.mofang.desktop.publish;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import studio.mofang.core.Publications.Publication;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Weeks from this one on, a column for each day of the week, with what is to be published on each day.
final class CalendarSheet extends GridPane {
    private static final int WEEK = 7;
    private static final int MOST_SHOWN = 2;
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Desk desk;

    CalendarSheet(Desk desk, LocalDate today, int days, Map<LocalDate, List<Publication>> publications) {
        this.desk = desk;
        getStyleClass().add("calendar");
        for (int column = 0; column < WEEK; column++) {
            var width = new ColumnConstraints();
            width.setPercentWidth(100.0 / WEEK);
            getColumnConstraints().add(width);
            var name = DayOfWeek.of(column + 1)
                    .getDisplayName(TextStyle.SHORT, desk.messages().language().locale());
            add(Controls.label(name, "calendar-weekday"), column, 0);
        }
        var first = today.with(DayOfWeek.MONDAY);
        for (int day = 0; day < days; day++) {
            var date = first.plusDays(day);
            add(cell(date, today, publications.getOrDefault(date, List.of())), day % WEEK, 1 + day / WEEK);
        }
    }

    private VBox cell(LocalDate date, LocalDate today, List<Publication> publications) {
        var number = date.getDayOfMonth() == 1 ? date.getMonthValue() + "/1" : String.valueOf(date.getDayOfMonth());
        var cell = Controls.column("calendar-day", Controls.label(number, "calendar-number"));
        cell.pseudoClassStateChanged(TODAY, date.equals(today));
        cell.pseudoClassStateChanged(OVER, date.isBefore(today));
        publications.stream()
                .limit(MOST_SHOWN)
                .forEach(publication -> cell.getChildren().add(Controls.label(publication.title(), "calendar-entry")));
        if (publications.size() > MOST_SHOWN) {
            cell.getChildren()
                    .add(Controls.label(desk.text("history.more", publications.size() - MOST_SHOWN), "calendar-more"));
        }
        return cell;
    }
}
