package studio.mofang.bench;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The baseline of the start: the smallest JavaFX program that shows a window, says when, comes to rest as long as the
/// studio does (the system's own libraries come in only then), and leaves.
public final class BareWindow {
    private static final Duration A_LOOK = Duration.millis(900);

    private BareWindow() {}

    public static void main(String[] args) {
        Application.launch(Hello.class, args);
    }

    /// A label in a window of the studio's size.
    public static final class Hello extends Application {
        @Override
        public void start(Stage stage) {
            var scene = new Scene(new StackPane(new Label("你好")), 1000, 700);
            stage.setScene(scene);
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    System.out.println("SHOWN");
                    var look = new PauseTransition(A_LOOK);
                    look.setOnFinished(_ -> {
                        System.out.println("RESTED");
                        Platform.exit();
                    });
                    look.play();
                }
            });
            stage.show();
        }
    }
}
