package studio.mofang.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where a list would: it is loading, there is nothing yet, or it could not be had.
public final class Placeholder extends StackPane {
    private Placeholder(Node... children) {
        var column = new VBox(children);
        column.getStyleClass().add("placeholder");
        column.setAlignment(Pos.CENTER);
        getChildren().add(column);
    }

    public static Placeholder loading(String sentence) {
        return new Placeholder(new ProgressIndicator(), Controls.label(sentence, "placeholder-text"));
    }

    public static Placeholder saying(Feather icon, String title, String sentence, Node... actions) {
        var mark = new StackPane(new FontIcon(icon));
        mark.getStyleClass().add("placeholder-mark");
        var all = new VBox(
                mark, Controls.label(title, "placeholder-title"), Controls.paragraph(sentence, "placeholder-text"));
        all.getStyleClass().add("placeholder");
        all.setAlignment(Pos.CENTER);
        all.getChildren().addAll(actions);
        return new Placeholder(all);
    }
}
