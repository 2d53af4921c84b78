package studio.mofang.desktop.operations;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import studio.mofang.desktop.kit.Controls;

/// One of a few, side by side; the first is chosen to begin with.
final class Choices {
    private Choices() {}

    static HBox of(String id, List<String> values, UnaryOperator<String> name, Consumer<String> onChoice) {
        var group = new ToggleGroup();
        var row = Controls.row("segments");
        for (var value : values) {
            var choice = new ToggleButton(name.apply(value));
            choice.setId(id + value);
            choice.getStyleClass().add("segment");
            choice.setToggleGroup(group);
            choice.setSelected(value.equals(values.getFirst()));
            choice.setOnAction(_ -> {
                choice.setSelected(true);
                onChoice.accept(value);
            });
            row.getChildren().add(choice);
        }
        row.setMaxWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return row;
    }
}
