package studio.mofang.desktop.editor;

import java.util.ArrayList;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The tags of the document: written with Enter, taken away with their cross.
final class TagRow extends FlowPane {
    private final Desk desk;
    private final TextField entry = new TextField();
    private final ListChangeListener<String> onChange = _ -> fill();
    private ObservableList<String> tags = FXCollections.observableArrayList();

    TagRow(Desk desk) {
        this.desk = desk;
        getStyleClass().add("tag-row");
        entry.setId("tag-entry");
        entry.getStyleClass().add("tag-entry");
        entry.setPromptText(desk.text("editor.tag.prompt"));
        entry.setOnAction(_ -> add());
    }

    void leave() {
        tags.removeListener(onChange);
    }

    void edit(ObservableList<String> next) {
        leave();
        tags = next;
        tags.addListener(onChange);
        fill();
    }

    private void add() {
        var tag = entry.getText().strip();
        entry.clear();
        if (!tag.isEmpty() && !tags.contains(tag)) {
            tags.add(tag);
            entry.requestFocus();
        }
    }

    private void fill() {
        var chips = new ArrayList<javafx.scene.Node>();
        for (var tag : tags) {
            var remove = Controls.icon(Feather.X, desk.text("editor.tag.remove", tag), () -> tags.remove(tag));
            remove.getStyleClass().add("tag-remove");
            chips.add(Controls.row("tag", Controls.label(tag, "tag-name"), remove));
        }
        chips.add(entry);
        getChildren().setAll(chips);
    }
}
