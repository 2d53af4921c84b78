package studio.mofang.desktop.shell;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Preferences;

/// The studio's one window. Closing it only asks; whoever wired it saves first and then hides it.
public final class Window {
    private final Stage stage = new Stage();
    private final Scene scene = new Scene(new StackPane());
    private final Themes themes = new Themes(scene);
    private final Geometry geometry;

    public Window(Preferences preferences, Background background, Runnable onCloseAsked) {
        this.geometry = new Geometry(stage, preferences, background);
        stage.setTitle("墨坊 Mofang Studio");
        stage.setScene(scene);
        stage.setOnCloseRequest(asked -> {
            asked.consume();
            onCloseAsked.run();
        });
    }

    public Stage stage() {
        return stage;
    }

    public Scene scene() {
        return scene;
    }

    public Themes themes() {
        return themes;
    }

    public void fill(Parent content) {
        scene.setRoot(content);
    }

    public void show() {
        geometry.restore();
        stage.show();
        geometry.follow();
        onceDrawn(() -> stage.getIcons().add(new Image("/studio/mofang/desktop/mofang.png", true)));
    }

    /// Runs once, when the person sees the window as it is now.
    public void onceDrawn(Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(action);
            }
        });
        Platform.requestNextPulse();
    }

    /// Callable from any thread.
    public void comeToTheFront() {
        Platform.runLater(() -> {
            stage.setIconified(false);
            stage.show();
            // Window managers refuse to raise a window that did not ask from a click; on top for a moment they do.
            stage.setAlwaysOnTop(true);
            stage.toFront();
            stage.requestFocus();
            stage.setAlwaysOnTop(false);
        });
    }
}
