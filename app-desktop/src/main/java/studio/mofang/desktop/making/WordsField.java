package studio.mofang.desktop.making;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import studio.mofang.desktop.kit.Controls;

/// Where the person says in words what is wanted, under the name of it.
public final class WordsField extends VBox {
    /// `hint` stands in the field while it is empty; `rows` are seen at once.
    public WordsField(String id, String name, String hint, int rows, StringProperty words) {
        var area = new TextArea();
        area.setId(id);
        area.setPromptText(hint);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.textProperty().bindBidirectional(words);
        var label = Controls.label(name, "field-label");
        label.setLabelFor(area);
        getChildren().addAll(label, area);
        getStyleClass().add("words-field");
    }
}
