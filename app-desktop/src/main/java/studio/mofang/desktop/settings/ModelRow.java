package studio.mofang.desktop.settings;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.AiModels.Model;
import studio.mofang.core.AiModels.Probe;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// One model: whether it writes, its key, and whether it answers.
final class ModelRow extends VBox {
    private final Desk desk;
    private final SettingsModel settings;
    private final Model model;
    private final PasswordField key = new PasswordField();
    private final Label outcome = Controls.paragraph("", "field-hint");
    private final Button test;

    ModelRow(Desk desk, SettingsModel settings, Model model, ToggleGroup writers) {
        this.desk = desk;
        this.settings = settings;
        this.model = model;
        this.test = Controls.button(desk.text("settings.test"), this::test);
        getStyleClass().add("model-row");
        Controls.when(outcome.textProperty().isNotEmpty(), outcome);
        getChildren().addAll(head(writers), keys(), outcome);
    }

    private HBox head(ToggleGroup writers) {
        var texts = Controls.column(
                "tool-texts", Controls.label(model.name(), "model-name"), Controls.label(described(), "field-hint"));
        var row = Controls.row("model-head", Controls.growing(texts), state());
        if (model.kind().equals("text")) {
            row.getChildren().addFirst(choose(writers));
        }
        var base = model.apiBase();
        if (base != null && !base.isBlank()) {
            row.getChildren().add(remove());
        }
        return row;
    }

    private RadioButton choose(ToggleGroup writers) {
        var choose = new RadioButton();
        choose.setId("choose-" + model.id());
        choose.setAccessibleText(model.name());
        choose.setUserData(model.id());
        choose.setToggleGroup(writers);
        choose.setOnAction(_ -> settings.chosenProperty().set(model.id()));
        return choose;
    }

    private String described() {
        var base = model.apiBase();
        return model.modelName() + "  ·  " + (base == null || base.isBlank() ? model.provider() : base);
    }

    private Label state() {
        var state = Controls.label(
                model.hasKey()
                        ? desk.text("settings.key.set", Objects.requireNonNullElse(model.keyHint(), ""))
                        : desk.text("settings.key.none"),
                "key-state");
        state.getStyleClass().add(model.hasKey() ? "key-set" : "key-none");
        return state;
    }

    private Button remove() {
        return Controls.icon(
                Feather.TRASH_2, desk.text("settings.model.remove"), () -> settings.remove(model, this::failed));
    }

    private HBox keys() {
        key.setId("key-" + model.id());
        key.setPromptText(desk.text(model.hasKey() ? "settings.key.replace" : "settings.key.prompt"));
        key.setOnAction(_ -> keep());
        var keep = Controls.button(desk.text("settings.key.keep"), this::keep);
        keep.setId("keep-" + model.id());
        keep.disableProperty().bind(key.textProperty().isEmpty());
        test.setId("test-" + model.id());
        test.getStyleClass().add(Styles.FLAT);
        return Controls.row("model-keys", Controls.growing(key), keep, test);
    }

    private void keep() {
        if (!key.getText().isBlank()) {
            settings.keep(model, key.getText(), _ -> desk.toasts().tell(desk.text("settings.key.kept")), this::failed);
        }
    }

    private void test() {
        test.setDisable(true);
        tell(desk.text("settings.testing"), false);
        settings.test(model, this::told, this::failed);
    }

    private void told(Probe probe) {
        test.setDisable(false);
        tell(
                probe.ok()
                        ? desk.text("settings.test.ok", probe.millis())
                        : desk.messages().served(why(probe), probe.message()),
                !probe.ok());
    }

    private static String why(Probe probe) {
        return probe.reason() == null ? "settings.test.failed" : "refusal." + probe.reason();
    }

    private void failed(Exception problem) {
        test.setDisable(false);
        tell(desk.messages().failure(problem), true);
    }

    private void tell(String sentence, boolean bad) {
        outcome.setText(sentence);
        outcome.pseudoClassStateChanged(Styles.STATE_DANGER, bad);
    }
}
