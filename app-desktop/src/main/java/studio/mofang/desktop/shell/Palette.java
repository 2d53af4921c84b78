package studio.mofang.desktop.shell;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Everything that can be done now, found by typing a part of its name.
final class Palette extends VBox {
    private static final double ROW = 40;
    private static final int MOST_ROWS = 9;

    private final Desk desk;
    private final FilteredList<Command> found;
    private final ListView<Command> list;
    private final TextField query = new TextField();

    Palette(Desk desk, List<Command> commands) {
        this.desk = desk;
        this.found = new FilteredList<>(FXCollections.observableArrayList(
                commands.stream().filter(command -> command.available().get()).toList()));
        this.list = new ListView<>(found);
        getStyleClass().add("palette");
        query.setId("palette-query");
        query.setPromptText(desk.text("palette.prompt"));
        query.textProperty().addListener((_, _, typed) -> narrow(typed));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.setCellFactory(_ -> new Row());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> choose());
        list.setPlaceholder(Controls.label(desk.text("palette.nothing"), "placeholder-text"));
        getChildren().addAll(query, list);
        narrow("");
    }

    private void narrow(String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(command -> command.name().toLowerCase(Locale.ROOT).contains(wanted));
        list.setPrefHeight(ROW * Math.clamp(found.size(), 1, MOST_ROWS) + 2);
        list.getSelectionModel().selectFirst();
    }

    private void steer(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        key.consume();
    }

    private void choose() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            desk.overlay().hide();
            chosen.run();
        }
    }

    private static final class Row extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(command == null ? null : row(command));
        }

        private static javafx.scene.Node row(Command command) {
            var row =
                    Controls.row("palette-row", new FontIcon(command.icon()), new Label(command.name()), new Spacer());
            if (command.keys() != null) {
                row.getChildren().add(Controls.label(command.keys().getDisplayText(), "keys"));
            }
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
