package studio.mofang.desktop.kit;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// A few values of which one is chosen, as buttons beside each other; what is not `offered` cannot be.
public final class Choices<T> extends FlowPane {
    public Choices(List<T> values, Function<T, String> name, ObjectProperty<T> chosen) {
        this(values, name, chosen, new SimpleObjectProperty<>(Set.copyOf(values)));
    }

    public Choices(
            List<T> values, Function<T, String> name, ObjectProperty<T> chosen, ObservableValue<Set<T>> offered) {
        getStyleClass().add("choices");
        var group = new ToggleGroup();
        for (var value : values) {
            var button = new ToggleButton(name.apply(value));
            button.setMnemonicParsing(false);
            button.getStyleClass().add("choice");
            button.setToggleGroup(group);
            chosen.subscribe(now -> button.setSelected(value.equals(now)));
            button.disableProperty().bind(offered.map(some -> !some.contains(value)));
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.set(value);
            });
            getChildren().add(button);
        }
    }
}
