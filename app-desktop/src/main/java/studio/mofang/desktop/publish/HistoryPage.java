package studio.mofang.desktop.publish;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;

/// The publications of the past, all or those of one state, as far back as the person wants to see.
final class HistoryPage extends VBox {
    private static final List<String> STATES = List.of("", "needs_user", "failed", "scheduled", "published");

    private final Desk desk;
    private final PublicationsModel model;
    private final HistoryModel history;
    private final PublicationRow rows;
    private final VBox list = Controls.column("history-list");
    private final HBox filters;
    private final InvalidationListener changed = _ -> fill();

    /// `back` opens this page again after another dialog has taken its place.
    HistoryPage(Desk desk, PublicationsModel model, Runnable back) {
        this.desk = desk;
        this.model = model;
        this.history = model.history();
        this.rows = new PublicationRow(desk, model, back);
        getStyleClass().add("history-page");
        var scroll = new ScrollPane(list);
        scroll.getStyleClass().addAll("quiet-scroll", "history-scroll");
        scroll.setFitToWidth(true);
        filters = filters();
        getChildren().addAll(filters, scroll);
        history.shown().addListener(changed);
        history.failureProperty().addListener(changed);
        history.loadedProperty().addListener(changed);
        history.moreProperty().addListener(changed);
        fill();
    }

    void discard() {
        history.shown().removeListener(changed);
        history.failureProperty().removeListener(changed);
        history.loadedProperty().removeListener(changed);
        history.moreProperty().removeListener(changed);
    }

    private HBox filters() {
        var row = Controls.row("history-filters");
        for (var state : STATES) {
            var filter = new ToggleButton(desk.text(state.isEmpty() ? "history.all" : "state." + state));
            filter.setId("history-of-" + (state.isEmpty() ? "all" : state));
            filter.getStyleClass().addAll("small", "history-filter");
            filter.setSelected(history.stateProperty().get().equals(state));
            filter.setOnAction(_ -> {
                history.stateProperty().set(state);
                row.getChildren().forEach(one -> ((ToggleButton) one).setSelected(one == filter));
            });
            row.getChildren().add(filter);
        }
        return row;
    }

    private void fill() {
        Refill.of(
                list,
                history.shown().isEmpty() ? List.of(empty()) : shown(),
                filters.getChildren().getFirst());
    }

    private List<Node> shown() {
        var nodes = new ArrayList<Node>(history.shown().stream().map(rows::of).toList());
        if (history.moreProperty().get()) {
            var more = Controls.button(desk.text("history.further"), history::showMore);
            more.setId("history-further");
            more.setMaxWidth(Double.MAX_VALUE);
            nodes.add(more);
        }
        return nodes;
    }

    private Node empty() {
        var problem = history.failureProperty().get();
        if (problem != null) {
            return Placeholder.saying(
                    Feather.ALERT_CIRCLE,
                    desk.text("failed.title"),
                    desk.messages().failure(problem),
                    Controls.button(desk.text("again"), model.history()::watch));
        }
        if (!history.loadedProperty().get()) {
            return Placeholder.loading(desk.text("loading"));
        }
        return history.stateProperty().get().isEmpty()
                ? Placeholder.saying(Feather.SEND, desk.text("history.nothing"), desk.text("history.nothing.hint"))
                : Placeholder.saying(Feather.FILTER, desk.text("history.none"), desk.text("history.none.hint"));
    }
}
