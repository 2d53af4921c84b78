package studio.mofang.desktop.editor;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Creations.Tool;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The list of the writing tools, each with what it is for.
final class ToolPicker extends VBox {
    private final Desk desk;
    private final ToolWords words;
    private final Consumer<Tool> onPicked;

    private final VBox list = Controls.column("tool-list");

    ToolPicker(Desk desk, List<Tool> tools, Consumer<Tool> onPicked) {
        this.desk = desk;
        this.words = new ToolWords(desk.messages());
        this.onPicked = onPicked;
        getStyleClass().add("tool-picker");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        getChildren()
                .addAll(
                        Controls.column(
                                "panel-head",
                                Controls.label(desk.text("editor.tools"), "panel-title"),
                                Controls.paragraph(desk.text("editor.tools.hint"), "panel-hint")),
                        Controls.growing(scroll));
        list.getChildren().setAll(tools.stream().map(this::entry).toList());
    }

    private Button entry(Tool tool) {
        var icon = new StackPane(new FontIcon(ToolWords.icon(tool.type())));
        icon.getStyleClass().add("tool-icon");
        var texts = Controls.column(
                "tool-texts",
                Controls.label(words.name(tool), "tool-name"),
                Controls.label(words.description(tool), "tool-description"));
        texts.setMinWidth(0);
        var entry = new Button(null, Controls.row("tool-row", icon, Controls.growing(texts)));
        entry.setId("tool-" + tool.type());
        entry.setAccessibleText(words.name(tool) + "," + desk.text("editor.cost", tool.creditsCost()));
        entry.getStyleClass().add("tool-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setOnAction(_ -> onPicked.accept(tool));
        return entry;
    }
}
