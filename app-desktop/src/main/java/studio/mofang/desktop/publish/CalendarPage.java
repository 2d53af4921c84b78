package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// A month with what is scheduled on its days, and below it the chosen day with all that can be done about it.
final class CalendarPage extends VBox {
    private final Desk desk;
    private final CalendarModel calendar;
    private final PublicationRow rows;
    private final CalendarGrid grid;
    private final Label month = Controls.label("", "calendar-month");
    private final VBox agenda = Controls.column("calendar-agenda");
    private final InvalidationListener changed = _ -> fill();

    /// `back` opens this page again after another dialog has taken its place.
    CalendarPage(Desk desk, PublicationsModel model, Runnable back) {
        this.desk = desk;
        this.calendar = model.calendar();
        this.rows = new PublicationRow(desk, model, back);
        this.grid = new CalendarGrid(desk, calendar);
        getStyleClass().add("calendar-page");
        month.setId("calendar-month");
        var scroll = new ScrollPane(agenda);
        scroll.getStyleClass().addAll("quiet-scroll", "calendar-scroll");
        scroll.setFitToWidth(true);
        getChildren().addAll(head(), grid, Controls.growing(scroll));
        calendar.monthProperty().addListener(changed);
        calendar.dayProperty().addListener(changed);
        calendar.daysProperty().addListener(changed);
        calendar.loadedProperty().addListener(changed);
        calendar.failureProperty().addListener(changed);
        fill();
    }

    void takeFocus() {
        grid.requestFocus();
    }

    void discard() {
        calendar.monthProperty().removeListener(changed);
        calendar.dayProperty().removeListener(changed);
        calendar.daysProperty().removeListener(changed);
        calendar.loadedProperty().removeListener(changed);
        calendar.failureProperty().removeListener(changed);
    }

    private HBox head() {
        var before = Controls.icon(Feather.CHEVRON_LEFT, desk.text("calendar.before"), () -> calendar.turn(-1));
        before.setId("calendar-before");
        var after = Controls.icon(Feather.CHEVRON_RIGHT, desk.text("calendar.after"), () -> calendar.turn(1));
        after.setId("calendar-after");
        var today = Controls.button(desk.text("calendar.today"), () -> calendar.choose(calendar.today()));
        today.setId("calendar-today");
        today.getStyleClass().add("small");
        return Controls.row("calendar-head", month, new Spacer(), today, before, after);
    }

    private void fill() {
        var locale = desk.messages().language().locale();
        month.setText(DateTimeFormatter.ofPattern(desk.text("calendar.month"), locale)
                .format(calendar.monthProperty().get()));
        grid.fill();
        var day = calendar.dayProperty().get();
        var title =
                DateTimeFormatter.ofPattern(desk.text("calendar.day"), locale).format(day);
        var nodes = new ArrayList<Node>(List.of(Controls.label(title, "history-day")));
        nodes.addAll(entries());
        Refill.of(agenda, nodes, grid);
    }

    private List<? extends Node> entries() {
        var problem = calendar.failureProperty().get();
        if (problem != null) {
            var words = Controls.paragraph(desk.messages().failure(problem), "form-error");
            return List.of(words, Controls.button(desk.text("again"), calendar::watch));
        }
        var day = calendar.dayProperty().get();
        return calendar.on(day).isEmpty()
                ? List.of(Controls.paragraph(desk.text(nothing(day)), "panel-hint"))
                : calendar.on(day).stream().map(rows::of).toList();
    }

    private String nothing(LocalDate day) {
        if (!calendar.loadedProperty().get()) {
            return "loading";
        }
        return day.isBefore(calendar.today()) ? "calendar.free.past" : "calendar.free";
    }
}
