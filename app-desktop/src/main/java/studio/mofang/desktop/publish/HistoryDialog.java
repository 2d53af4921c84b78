package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// What was published and what is to come: a list of the past, and a calendar.
final class HistoryDialog {
    private final Desk desk;
    private final PublicationsModel model;
    private final StackPane stage = new StackPane();
    private final ToggleButton past;
    private final ToggleButton calendar;
    private final HistoryPage historyPage;
    private final CalendarPage calendarPage;

    HistoryDialog(Desk desk, PublicationsModel model) {
        this.desk = desk;
        this.model = model;
        historyPage = new HistoryPage(desk, model, () -> new HistoryDialog(desk, model).open());
        calendarPage = new CalendarPage(desk, model, () -> new HistoryDialog(desk, model).openCalendar());
        past = new ToggleButton(desk.text("history.past"));
        past.setId("history-past");
        past.getStyleClass().add("left-pill");
        calendar = new ToggleButton(desk.text("history.ahead"));
        calendar.setId("history-ahead");
        calendar.getStyleClass().add("right-pill");
    }

    void open() {
        open(past);
    }

    void openCalendar() {
        open(calendar);
    }

    private void open(ToggleButton first) {
        var group = new ToggleGroup();
        group.getToggles().addAll(past, calendar);
        group.selectToggle(first);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                arrange();
            }
        });
        var close = Controls.icon(
                Feather.X, desk.text("close"), () -> desk.overlay().hide());
        var head = Controls.row(
                "history-head",
                Controls.label(desk.text("history.title"), "dialog-title"),
                new Spacer(),
                Controls.row("history-tabs", past, calendar),
                close);
        var dialog = Controls.column("dialog", head, stage);
        dialog.getStyleClass().add("history-dialog");
        dialog.setId("history-dialog");
        desk.overlay().show(dialog, Pos.CENTER, this::closed);
        arrange();
        model.history().watch();
        model.calendar().watch();
    }

    private void arrange() {
        stage.getChildren().setAll(calendar.isSelected() ? calendarPage : historyPage);
        if (calendar.isSelected()) {
            calendarPage.takeFocus();
        }
    }

    private void closed() {
        model.history().lookAway();
        model.calendar().lookAway();
        historyPage.discard();
        calendarPage.discard();
    }
}
