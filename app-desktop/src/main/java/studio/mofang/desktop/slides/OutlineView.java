package studio.mofang.desktop.slides;

import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The lines of the outline as fields: Enter begins the next, Backspace in an empty one takes it away.
final class OutlineView extends VBox {
    private final Desk desk;
    private final OutlineModel model;
    private final VBox rows = new VBox();

    OutlineView(Desk desk, OutlineModel model) {
        this.desk = desk;
        this.model = model;
        rows.getStyleClass().add("slides-lines");
        var add = Controls.button(
                desk.text("slides.outline.add"),
                Feather.PLUS,
                () -> begin(model.lines().size()));
        add.setId("outline-add");
        add.getStyleClass().add("flat");
        getStyleClass().add("slides-outline");
        getChildren().setAll(rows, add);
        model.lines().addListener((ListChangeListener<StringProperty>) _ -> fill());
        fill();
    }

    private void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < model.lines().size(); i++) {
            rows.getChildren().add(row(i));
        }
    }

    private Node row(int index) {
        var field = new TextField();
        field.setId("outline-" + (index + 1));
        field.setPromptText(desk.text("slides.outline.prompt." + Math.min(index + 1, 3)));
        field.textProperty().bindBidirectional(model.lines().get(index));
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, index, field));
        var row = Controls.row(
                "slides-line",
                Controls.label(String.valueOf(index + 1), "slides-number"),
                Controls.growing(field),
                Controls.icon(Feather.ARROW_UP, desk.text("slides.outline.up"), () -> model.up(index)),
                Controls.icon(Feather.ARROW_DOWN, desk.text("slides.outline.down"), () -> model.down(index)),
                Controls.icon(Feather.X, desk.text("slides.outline.remove"), () -> model.remove(index)));
        return row;
    }

    private void pressed(KeyEvent key, int index, TextField field) {
        if (key.getCode() == KeyCode.ENTER) {
            begin(index + 1);
            key.consume();
        } else if (key.getCode() == KeyCode.BACK_SPACE
                && field.getText().isEmpty()
                && model.lines().size() > 1) {
            model.remove(index);
            focus(Math.max(0, index - 1));
            key.consume();
        }
    }

    private void begin(int index) {
        model.add(index);
        focus(index);
    }

    private void focus(int index) {
        if (index < rows.getChildren().size()) {
            rows.getChildren().get(index).lookup(".text-field").requestFocus();
        }
    }
}
