package studio.mofang.desktop.kit;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Short news at the foot of the window that leave by themselves, some with a way to undo what they tell. At most two
/// stand there; what is told again takes the place of what was told before.
public final class Toasts {
    private static final Duration TO_READ = Duration.seconds(4);
    private static final Duration TO_UNDO = Duration.seconds(8);
    private static final Duration FADING = Duration.millis(180);

    private static final int MOST = 2;

    private final VBox stack = new VBox();

    public Toasts() {
        stack.getStyleClass().add("toasts");
        stack.setAlignment(Pos.BOTTOM_CENTER);
        stack.setFillWidth(false);
        stack.setPickOnBounds(false);
        stack.setMaxHeight(Region.USE_PREF_SIZE);
    }

    public Node view() {
        return stack;
    }

    public void tell(String sentence) {
        show("news", toast(Feather.CHECK, sentence), TO_READ);
    }

    public void warn(String sentence) {
        var toast = toast(Feather.ALERT_CIRCLE, sentence);
        toast.getStyleClass().add("toast-warning");
        show("warning", toast, TO_UNDO);
    }

    public void tell(String sentence, String undo, Runnable undoing) {
        var toast = toast(Feather.CHECK, sentence);
        var button = new Button(undo);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "toast-action");
        button.setOnAction(_ -> {
            stack.getChildren().remove(toast);
            undoing.run();
        });
        toast.getChildren().addAll(new Spacer(), button);
        show(undo, toast, TO_UNDO);
    }

    private static HBox toast(Feather icon, String sentence) {
        var words = new Label(sentence);
        words.setWrapText(true);
        var toast = new HBox(new FontIcon(icon), words);
        toast.getStyleClass().add("toast");
        toast.setAlignment(Pos.CENTER_LEFT);
        return toast;
    }

    /// Of two with one action only the later can be meant, so the action is the kind.
    private void show(String kind, HBox toast, Duration stay) {
        toast.setUserData(kind);
        stack.getChildren().removeIf(before -> kind.equals(before.getUserData()));
        stack.getChildren().add(toast);
        while (stack.getChildren().size() > MOST) {
            stack.getChildren().removeFirst();
        }
        fade(toast, 0, 1);
        var pause = new PauseTransition(stay);
        pause.setOnFinished(
                _ -> fade(toast, 1, 0).setOnFinished(_ -> stack.getChildren().remove(toast)));
        pause.play();
    }

    private static FadeTransition fade(Node node, double from, double to) {
        var fade = new FadeTransition(FADING, node);
        fade.setFromValue(from);
        fade.setToValue(to);
        fade.play();
        return fade;
    }
}
