package studio.mofang.desktop.kit;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The studio's vocabulary of small controls, so that the same thing looks the same everywhere.
public final class Controls {
    private Controls() {}

    public static Button primary(String text, Runnable action) {
        var button = button(text, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    public static Button button(String text, Runnable action) {
        var button = new Button(text);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    public static Button button(String text, Feather icon, Runnable action) {
        var button = button(text, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /// A button that looks like a word to follow.
    public static Hyperlink link(String text, Runnable action) {
        var link = new Hyperlink(text);
        link.setMnemonicParsing(false);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }

    /// A button without a frame that tells its name when pointed at.
    public static Button icon(Feather icon, String name, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "icon-button");
        // A tooltip is a window of its own: built when somebody points at the button, not for all of them at the start.
        button.setOnMouseEntered(_ -> {
            if (button.getTooltip() == null) {
                button.setTooltip(new Tooltip(name));
            }
        });
        button.setAccessibleText(name);
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label over as many lines as its words need.
    public static Label paragraph(String text, String... styles) {
        var label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    public static VBox column(String style, Node... children) {
        var column = new VBox(children);
        column.getStyleClass().add(style);
        return column;
    }

    public static HBox row(String style, Node... children) {
        var row = new HBox(children);
        row.getStyleClass().add(style);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static <N extends Node> N growing(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    /// Shown and laid out only while wanted.
    public static <N extends Node> N when(javafx.beans.value.ObservableValue<Boolean> wanted, N node) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
        return node;
    }
}
