package studio.mofang.desktop.testkit;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Outside;
import studio.mofang.desktop.kit.Overlay;
import studio.mofang.desktop.kit.Theme;
import studio.mofang.desktop.kit.Toasts;
import studio.mofang.desktop.shell.Themes;

/// A window in which one screen or dialog is shown by itself, looked at and photographed in both themes.
public final class Showcase implements AutoCloseable {
    private final Overlay overlay = onScreen(Overlay::new);
    private final StackPane place = onScreen(StackPane::new);
    private final Stage stage;
    private final Themes themes;

    public Showcase(int width, int height) {
        var scene = onScreen(() -> new Scene(new StackPane(place, overlay.view()), width, height));
        themes = onScreen(() -> new Themes(scene));
        stage = onScreen(() -> {
            var opened = new Stage();
            opened.setScene(scene);
            opened.show();
            return opened;
        });
    }

    public Desk desk(Language language) {
        return new Desk(new Messages(language), new Toasts(), overlay, new NoOutside());
    }

    /// Behind the dialogs.
    public void place(Supplier<Node> screen) {
        onScreen(() -> place.getChildren().setAll(screen.get()));
    }

    public void press(String query) {
        onScreen(() -> {
            ((Button) looked(query).orElseThrow()).fire();
            return query;
        });
    }

    public Optional<Node> find(String query) {
        return onScreen(() -> looked(query));
    }

    public String text(String query) {
        return ((Labeled) find(query).orElseThrow()).getText();
    }

    /// All that can be read.
    public List<String> texts() {
        return onScreen(() -> {
            var root = stage.getScene().getRoot();
            // The cells of lists come with the layout.
            root.applyCss();
            root.layout();
            return root.lookupAll(".label").stream()
                    .map(node -> ((Labeled) node).getText())
                    .toList();
        });
    }

    public void shot(String name) {
        for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            onScreen(() -> {
                themes.wantedProperty().set(theme);
                return theme;
            });
            WaitForAsyncUtils.waitForFxEvents(30);
            Screenshot.save(onScreen(() -> stage.getScene().snapshot(null)), name + "-" + theme.tag());
        }
    }

    @Override
    public void close() {
        onScreen(() -> {
            stage.hide();
            return stage;
        });
    }

    public static <T> T onScreen(Callable<T> work) {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException _) {
            // Another test of this JVM started it.
        }
        Platform.setImplicitExit(false);
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    private Optional<Node> looked(String query) {
        return Optional.ofNullable(stage.getScene().getRoot().lookup(query));
    }

    private static final class NoOutside implements Outside {
        @Override
        public Optional<Path> fileToSave(String name) {
            return Optional.empty();
        }

        @Override
        public void open(URI address) {
            throw new AssertionError("nobody asked for a browser: " + address);
        }
    }
}
