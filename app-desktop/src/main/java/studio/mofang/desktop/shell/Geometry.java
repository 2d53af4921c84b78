package studio.mofang.desktop.shell;

import java.time.Duration;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;
import studio.mofang.desktop.kit.Preferences;

/// Where the window stood last, if that place still is on a screen.
final class Geometry {
    private static final Duration AT_REST = Duration.ofMillis(400);
    private static final double WIDTH = 1240;
    private static final double HEIGHT = 820;
    private static final double LEAST_WIDTH = 860;
    private static final double LEAST_HEIGHT = 560;

    private final Stage stage;
    private final Preferences preferences;
    private final Background background;
    private Delay.@Nullable Waiting storing;

    Geometry(Stage stage, Preferences preferences, Background background) {
        this.stage = stage;
        this.preferences = preferences;
        this.background = background;
    }

    void restore() {
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(number("window.width", WIDTH), screen.getWidth()));
        stage.setHeight(Math.min(number("window.height", HEIGHT), screen.getHeight()));
        place();
        stage.setMaximized(preferences.value("window.maximized").equals(java.util.Optional.of("true")));
    }

    void follow() {
        stage.xProperty().addListener(_ -> moved());
        stage.yProperty().addListener(_ -> moved());
        stage.widthProperty().addListener(_ -> moved());
        stage.heightProperty().addListener(_ -> moved());
        stage.maximizedProperty().addListener(_ -> moved());
    }

    private void place() {
        var x = preferences.number("window.x");
        var y = preferences.number("window.y");
        if (x.isPresent() && y.isPresent() && visible(x.getAsLong(), y.getAsLong())) {
            stage.setX(x.getAsLong());
            stage.setY(y.getAsLong());
        }
    }

    private boolean visible(double x, double y) {
        var grip = new Rectangle2D(Math.max(x, 0), Math.max(y, 0), 100, 40);
        return Screen.getScreens().stream()
                .anyMatch(screen -> screen.getVisualBounds().contains(grip));
    }

    private void moved() {
        if (storing != null) {
            storing.cancel();
        }
        storing = background.after(AT_REST, this::store);
    }

    private void store() {
        preferences.keep("window.maximized", stage.isMaximized());
        if (!stage.isMaximized() && !stage.isIconified()) {
            preferences.keep("window.x", Math.round(stage.getX()));
            preferences.keep("window.y", Math.round(stage.getY()));
            preferences.keep("window.width", Math.round(stage.getWidth()));
            preferences.keep("window.height", Math.round(stage.getHeight()));
        }
    }

    private double number(String name, double otherwise) {
        var kept = preferences.number(name);
        return kept.isPresent() ? Math.max(kept.getAsLong(), 200) : otherwise;
    }
}
