package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Publications.Publication;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;

/// What was published and what is to come: a list of the past, and a calendar of the days ahead.
final class HistoryDialog {
    private static final int DAYS = 35;

    private final Desk desk;
    private final PublicationsModel model;
    private final PublicationRow rows;
    private final VBox list = Controls.column("history-list");
    private final StackPane stage = new StackPane();
    private final ToggleButton past;
    private final ToggleButton ahead;
    private final InvalidationListener changed = _ -> fill();

    HistoryDialog(Desk desk, PublicationsModel model) {
        this.desk = desk;
        this.model = model;
        this.rows = new PublicationRow(desk, model, () -> new HistoryDialog(desk, model).open());
        past = new ToggleButton(desk.text("history.past"));
        past.setId("history-past");
        ahead = new ToggleButton(desk.text("history.ahead"));
        ahead.setId("history-ahead");
    }

    void open() {
        var group = new ToggleGroup();
        group.getToggles().addAll(past, ahead);
        past.setSelected(true);
        past.getStyleClass().add("left-pill");
        ahead.getStyleClass().add("right-pill");
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                fill();
            }
        });
        var scroll = new ScrollPane(list);
        scroll.getStyleClass().addAll("quiet-scroll", "history-scroll");
        scroll.setFitToWidth(true);
        stage.getChildren().setAll(scroll);
        var close = Controls.icon(
                Feather.X, desk.text("close"), () -> desk.overlay().hide());
        var head = Controls.row(
                "history-head",
                Controls.label(desk.text("history.title"), "dialog-title"),
                new Spacer(),
                Controls.row("history-tabs", past, ahead),
                close);
        var dialog = Controls.column("dialog", head, stage);
        dialog.getStyleClass().add("history-dialog");
        dialog.setId("history-dialog");
        model.history().addListener(changed);
        model.schedule().addListener(changed);
        model.failureProperty().addListener(changed);
        model.loadedProperty().addListener(changed);
        desk.overlay().show(dialog, Pos.CENTER, this::closed);
        fill();
        model.watch();
    }

    private void closed() {
        model.lookAway();
        model.history().removeListener(changed);
        model.schedule().removeListener(changed);
        model.failureProperty().removeListener(changed);
        model.loadedProperty().removeListener(changed);
    }

    private void fill() {
        list.getChildren().setAll(ahead.isSelected() ? calendar() : past());
    }

    private List<Node> past() {
        if (model.history().isEmpty()) {
            return List.of(empty(Feather.SEND, "history.nothing"));
        }
        return model.history().stream().<Node>map(rows::of).toList();
    }

    /// The coming weeks as a sheet, and below it what stands on its days.
    private List<Node> calendar() {
        var days = new TreeMap<LocalDate, List<Publication>>();
        for (var publication : model.schedule()) {
            var when = publication.scheduleTime();
            if (when != null) {
                days.computeIfAbsent(day(when), _ -> new ArrayList<>()).add(publication);
            }
        }
        var nodes = new ArrayList<Node>();
        nodes.add(new CalendarSheet(desk, LocalDate.now(ZoneId.systemDefault()), DAYS, days));
        if (days.isEmpty()) {
            nodes.add(empty(Feather.CALENDAR, "history.nothing.ahead"));
        }
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(desk.messages().language().locale());
        days.forEach((day, publications) -> {
            nodes.add(Controls.label(format.format(day), "history-day"));
            publications.forEach(publication -> nodes.add(rows.of(publication)));
        });
        return nodes;
    }

    private Node empty(Feather icon, String key) {
        var problem = model.failureProperty().get();
        if (problem != null) {
            return Placeholder.saying(
                    Feather.ALERT_CIRCLE,
                    desk.text("failed.title"),
                    desk.messages().failure(problem),
                    Controls.button(desk.text("again"), model::watch));
        }
        return model.loadedProperty().get()
                ? Placeholder.saying(icon, desk.text(key), desk.text(key + ".hint"))
                : Placeholder.loading(desk.text("loading"));
    }

    private static LocalDate day(Instant when) {
        return when.atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
