package studio.mofang.desktop.operations;

import atlantafx.base.controls.Spacer;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// What the forms of the desk share: fields under their names, one place for what is wrong, two buttons.
final class FormDialog extends VBox {
    private final Desk desk;
    private final Label complaint = Controls.paragraph("", "trouble");

    FormDialog(Desk desk, String title) {
        this.desk = desk;
        getStyleClass().addAll("dialog", "form-dialog", "desk-form");
        complaint.setId("form-complaint");
        Controls.when(complaint.textProperty().isNotEmpty(), complaint);
        getChildren().add(Controls.label(title, "dialog-title"));
    }

    FormDialog with(Node... fields) {
        getChildren().addAll(fields);
        return this;
    }

    FormDialog ending(String id, Runnable create) {
        var done = Controls.primary(desk.text("form.create"), create);
        done.setId(id);
        done.setDefaultButton(true);
        var cancel = Controls.button(desk.text("cancel"), desk.overlay()::hide);
        cancel.setCancelButton(true);
        getChildren().addAll(complaint, Controls.row("dialog-buttons", new Spacer(), cancel, done));
        return this;
    }

    void complain(String sentence) {
        complaint.setText(sentence);
    }

    static VBox field(String name, Node field) {
        return Controls.column("field", Controls.label(name, "field-label"), field);
    }

    static HBox pair(Node left, Node right) {
        return Controls.row("form-row", Controls.growing(left), Controls.growing(right));
    }

    static Optional<BigDecimal> number(TextField field) {
        try {
            return Optional.of(new BigDecimal(field.getText().strip()));
        } catch (NumberFormatException _) {
            return Optional.empty(); // The form says that a number is wanted.
        }
    }

    static Optional<Long> whole(TextField field) {
        try {
            return Optional.of(Long.valueOf(field.getText().strip()));
        } catch (NumberFormatException _) {
            return Optional.empty(); // The form says that a whole number is wanted.
        }
    }
}
