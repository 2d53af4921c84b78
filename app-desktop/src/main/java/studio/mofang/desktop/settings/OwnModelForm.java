package studio.mofang.desktop.settings;

import atlantafx.base.controls.Spacer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.settings.SettingsModel.OwnModel;

/// The dialog that adds any model speaking OpenAI's protocol.
final class OwnModelForm extends VBox {
    private final Desk desk;
    private final SettingsModel settings;
    private final TextField name = new TextField();
    private final TextField base = new TextField();
    private final TextField modelName = new TextField();
    private final PasswordField key = new PasswordField();
    private final CheckBox local = new CheckBox();
    private final Label complaint = Controls.paragraph("", "trouble");

    OwnModelForm(Desk desk, SettingsModel settings) {
        this.desk = desk;
        this.settings = settings;
        getStyleClass().addAll("dialog", "form-dialog");
        local.setText(desk.text("settings.own.local"));
        Controls.when(complaint.textProperty().isNotEmpty(), complaint);
        var add = Controls.primary(desk.text("settings.own.add"), this::add);
        add.setId("own-add");
        add.setDefaultButton(true);
        var cancel = Controls.button(desk.text("cancel"), desk.overlay()::hide);
        cancel.setCancelButton(true);
        getChildren()
                .addAll(
                        Controls.label(desk.text("settings.own.title"), "dialog-title"),
                        Controls.paragraph(desk.text("settings.own.text"), "dialog-text"),
                        field("name", name, "DeepSeek"),
                        field("base", base, "https://api.deepseek.com/v1"),
                        field("model", modelName, "deepseek-chat"),
                        field("key", key, "sk-…"),
                        local,
                        complaint,
                        Controls.row("dialog-buttons", new Spacer(), cancel, add));
    }

    private VBox field(String word, TextField field, String example) {
        field.setId("own-" + word);
        field.setPromptText(example);
        return Controls.column("field", Controls.label(desk.text("settings.own." + word), "field-label"), field);
    }

    private void add() {
        var own = new OwnModel(name.getText(), base.getText(), key.getText(), modelName.getText(), local.isSelected());
        if (!own.complete()) {
            complaint.setText(desk.text("settings.own.incomplete"));
            return;
        }
        settings.add(
                own,
                added -> {
                    desk.overlay().hide();
                    desk.toasts().tell(desk.text("settings.own.added", added.name()));
                },
                problem -> complaint.setText(desk.messages().failure(problem)));
    }
}
