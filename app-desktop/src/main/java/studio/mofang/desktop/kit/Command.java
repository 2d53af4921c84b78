package studio.mofang.desktop.kit;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Something the person can have done from the menu, the palette or the keyboard.
public record Command(
        String name, Feather icon, @Nullable KeyCombination keys, BooleanExpression available, Runnable action) {
    public static Command always(String name, Feather icon, @Nullable KeyCombination keys, Runnable action) {
        return new Command(name, icon, keys, new SimpleBooleanProperty(true), action);
    }

    /// Does nothing while the command is not available.
    public void run() {
        if (available.get()) {
            action.run();
        }
    }
}
