package studio.mofang.desktop.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// A few values of which one is chosen, as buttons beside each other.
public final class Choices<T> extends FlowPane {
    public Choices(List<T> values, Function<T, String> name, ObjectProperty<T> chosen) {
        getStyleClass().add("choices");
        var group = new ToggleGroup();
        for (var value : values) {
            var button = new ToggleButton(name.apply(value));
            button.setMnemonicParsing(false);
            button.getStyleClass().add("choice");
            button.setToggleGroup(group);
            button.setSelected(value.equals(chosen.get()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.set(value);
            });
            getChildren().add(button);
        }
    }
}
