package studio.mofang.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import studio.mofang.desktop.kit.Outside;
import studio.mofang.desktop.kit.Theme;
import studio.mofang.desktop.testkit.Screenshot;

/// A person at the keyboard of the whole program: the window, the server behind it, the data in a folder.
final class Driver {
    private static final int PATIENCE_SECONDS = 30;

    private final FxRobot robot = new FxRobot();
    private final FakeOutside outside;
    private final SingleInstance instance;
    private final App app;

    /// A desktop without dialogs and browser: it saves where it is told to.
    static final class FakeOutside implements Outside {
        private final Path folder;

        FakeOutside(Path folder) {
            this.folder = folder;
        }

        @Override
        public Optional<Path> fileToSave(String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> fileToOpen(String... extensions) {
            try (var files = Files.list(folder)) {
                return files.filter(file -> Stream.of(extensions)
                                .anyMatch(extension -> file.toString().endsWith(extension)))
                        .findFirst();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void open(URI address) {
            throw new AssertionError("nobody asked for a browser: " + address);
        }
    }

    Driver(Path dataFolder) throws IOException {
        this(dataFolder, EmbeddedServer::start);
    }

    Driver(Path dataFolder, EmbeddedServer.Starter starter) throws IOException {
        outside = new FakeOutside(Files.createDirectories(dataFolder.resolve("exports")));
        instance = SingleInstance.hold(dataFolder).orElseThrow();
        startToolkit();
        app = new App(dataFolder, instance, _ -> outside, starter);
        onScreen(() -> {
            app.show(_ -> {});
            return true;
        });
    }

    /// Once for all windows of a JVM.
    static synchronized void startToolkit() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException _) {
            // Another test of this JVM started it.
        }
        Platform.setImplicitExit(false);
    }

    /// Where exported files go.
    Path exports() {
        return outside.folder;
    }

    void leave() throws IOException {
        onScreen(() -> {
            app.leave();
            return true;
        });
        app.exit().join();
        instance.close();
    }

    /// The studio goes away by itself; its exit code.
    int gone() throws IOException {
        int code = app.exit().join();
        instance.close();
        return code;
    }

    void click(String query) {
        awaitSeen(query);
        onScreen(() -> {
            find(query).ifPresent(Driver::scrollTo);
            return true;
        });
        var stands = new Standing();
        awaitThat(() -> find(query)
                .filter(node -> !node.isDisabled())
                .filter(stands::still)
                .isPresent());
        // At once: TestFX walks the mouse there in up to two hundred naps.
        robot.robotContext().getBaseRobot().moveMouse(robot.point(query).query());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(MouseButton.PRIMARY);
    }

    /// As a person does with what lies below the edge of its list.
    private static void scrollTo(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof ScrollPane pane && pane.getContent() != null) {
                var content = pane.getContent();
                var place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                var seen = pane.getViewportBounds().getHeight();
                var hidden = content.getBoundsInLocal().getHeight() - seen;
                var top = pane.getVvalue() * hidden;
                if (hidden > 0 && (place.getMinY() < top || place.getMaxY() > top + seen)) {
                    pane.setVvalue(Math.clamp((place.getCenterY() - seen / 2) / hidden, 0.0, 1.0));
                }
            }
        }
    }

    void write(String text) {
        robot.write(text, 0);
    }

    void type(KeyCode... keys) {
        robot.push(keys);
    }

    Optional<Node> find(String query) {
        return robot.lookup(query).queryAll().stream().filter(Driver::seen).findFirst();
    }

    void awaitSeen(String query) {
        awaitThat(() -> find(query).isPresent());
    }

    /// `condition` is asked on the interface's thread.
    void awaitThat(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onScreen(condition));
        } catch (java.util.concurrent.TimeoutException e) {
            shot("given-up");
            throw new AssertionError("waited for long enough; see given-up-light.png", e);
        }
    }

    /// Leaves a picture in both themes.
    void shot(String name) {
        for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            onScreen(() -> {
                app.settings().themeProperty().set(theme);
                return theme;
            });
            WaitForAsyncUtils.waitForFxEvents(3);
            Screenshot.save(picture(), name + "-" + theme.tag());
        }
        onScreen(() -> {
            app.settings().themeProperty().set(Theme.LIGHT);
            return true;
        });
    }

    BufferedImage picture() {
        return onScreen(() -> Screenshot.of(scene().snapshot(null)));
    }

    <T> T onScreen(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1_000L, question);
    }

    private static boolean seen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getScene().getWindow() != null;
    }

    private static Scene scene() {
        return Window.getWindows().getFirst().getScene();
    }

    /// Whether a node has come to rest: dialogs slide in, and a press beside the button presses nothing.
    private static final class Standing {
        private static final int LOOKS = 4;
        private Object where = "nowhere";
        private int looks;

        boolean still(Node node) {
            var now = node.localToScreen(node.getBoundsInLocal());
            looks = now.equals(where) ? looks + 1 : 0;
            where = now;
            return looks >= LOOKS;
        }
    }
}
