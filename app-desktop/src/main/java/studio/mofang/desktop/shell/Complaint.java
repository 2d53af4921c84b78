package studio.mofang.desktop.shell;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Placeholder;

/// A small window that says why there is no studio.
public final class Complaint {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 340;

    private final Stage stage = new Stage();
    private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
    private final Themes themes = new Themes(scene);
    private final Button close;

    /// On the interface's thread; `onClosed` runs once the person has read it.
    public Complaint(Messages messages, String sentence, Runnable onClosed) {
        close = Controls.primary(messages.text("start.close"), stage::hide);
        close.setDefaultButton(true);
        close.setCancelButton(true);
        scene.setRoot(Placeholder.saying(Feather.ALERT_CIRCLE, messages.text("start.refused.title"), sentence, close));
        stage.setTitle("墨坊 Mofang Studio");
        stage.setScene(scene);
        stage.setOnHidden(_ -> onClosed.run());
    }

    public Themes themes() {
        return themes;
    }

    public Button close() {
        return close;
    }

    public void show() {
        stage.show();
    }
}
