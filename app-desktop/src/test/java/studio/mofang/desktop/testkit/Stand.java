package studio.mofang.desktop.testkit;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Outside;
import studio.mofang.desktop.kit.Overlay;
import studio.mofang.desktop.kit.Screen;
import studio.mofang.desktop.kit.Theme;
import studio.mofang.desktop.kit.Toasts;
import studio.mofang.desktop.shell.Themes;

/// A window with one screen in it, for looking at that screen in each of its states.
public final class Stand implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final List<URI> opened = new ArrayList<>();
    private Stage stage;
    private Themes themes;
    private Screen shown;

    /// What is saved goes into `folder`.
    public Stand(Path folder, double width, double height) {
        this.folder = folder;
        startToolkit();
        onScreen(() -> {
            var scene = new Scene(new StackPane(), width, height);
            themes = new Themes(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return scene;
        });
    }

    /// What makes a screen around a desk.
    public interface Maker {
        Screen screen(Desk desk);
    }

    /// Builds and shows a screen, in the place of the one before.
    public void show(Language language, Maker maker) {
        onScreen(() -> {
            leave();
            var desk = new Desk(new Messages(language), new Toasts(), new Overlay(), new FakeOutside());
            shown = maker.screen(desk);
            StackPane.setAlignment(desk.toasts().view(), Pos.BOTTOM_CENTER);
            stage.getScene()
                    .setRoot(new StackPane(
                            shown.view(), desk.toasts().view(), desk.overlay().view()));
            shown.shown();
            return shown;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    public Screen screen() {
        return shown;
    }

    /// What was handed to other programs so far.
    public List<URI> opened() {
        return List.copyOf(opened);
    }

    public void resize(double width, double height) {
        onScreen(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return stage;
        });
        WaitForAsyncUtils.waitForFxEvents(3);
    }

    public Optional<Node> find(String query) {
        return onScreen(() -> stage.getScene().getRoot().lookupAll(query).stream()
                .filter(Stand::seen)
                .findFirst());
    }

    public String text(String query) {
        return ((Labeled) find(query).orElseThrow()).getText();
    }

    public void write(String query, String text) {
        awaitSeen(query);
        onScreen(() -> {
            ((TextInputControl) find(query).orElseThrow()).setText(text);
            return text;
        });
    }

    public void press(String query) {
        awaitThat(() -> find(query).filter(node -> !node.isDisabled()).isPresent());
        onScreen(() -> {
            ((ButtonBase) find(query).orElseThrow()).fire();
            return query;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The item of a list at that place, by the keyboard.
    public void pick(String list, int index) {
        onScreen(() -> {
            var view = (ListView<?>) find(list).orElseThrow();
            view.getSelectionModel().select(index);
            view.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.ENTER, false, false, false, false));
            return view;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// A list to that item.
    public void scroll(String list, int index) {
        onScreen(() -> {
            ((ListView<?>) find(list).orElseThrow()).scrollTo(index);
            return index;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    public void awaitSeen(String query) {
        awaitThat(() -> find(query).isPresent());
    }

    public void awaitThat(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onScreen(condition));
        } catch (TimeoutException e) {
            shot("given-up");
            throw new AssertionError("waited for long enough; see given-up-light.png", e);
        }
    }

    /// Leaves a picture in both themes.
    public void shot(String name) {
        for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            onScreen(() -> {
                themes.wantedProperty().set(theme);
                return theme;
            });
            WaitForAsyncUtils.waitForFxEvents(3);
            Screenshot.save(onScreen(() -> stage.getScene().snapshot(null)), name + "-" + theme.tag());
        }
    }

    public <T> T onScreen(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1_000L, action);
    }

    @Override
    public void close() {
        onScreen(() -> {
            leave();
            stage.hide();
            return stage;
        });
    }

    private void leave() {
        if (shown != null) {
            shown.hidden();
            shown.discarded();
        }
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static synchronized void startToolkit() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException _) {
            // Another test of this JVM started it.
        }
        Platform.setImplicitExit(false);
    }

    private final class FakeOutside implements Outside {
        @Override
        public Optional<Path> fileToSave(String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public void open(URI address) {
            opened.add(address);
        }
    }
}
