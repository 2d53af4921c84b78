package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.CredentialField;
import studio.mofang.core.platform.Platform;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// A form for one platform's credentials, which are tried there before they are kept. At Kuaishou the person allows it
/// in the browser instead, and the form goes on by itself.
final class BindDialog {
    private static final String CODE = "code";

    private final Desk desk;
    private final AccountsModel model;
    private final Publications.Platform platform;
    private final Runnable back;
    private final Map<String, TextField> inputs = new LinkedHashMap<>();
    private final Label error = Controls.paragraph("", "form-error");

    /// `back` opens the list of accounts again.
    BindDialog(Desk desk, AccountsModel model, Publications.Platform platform, Runnable back) {
        this.desk = desk;
        this.model = model;
        this.platform = platform;
        this.back = back;
        error.setId("bind-error");
        Controls.when(error.textProperty().isNotEmpty(), error);
    }

    void open() {
        var known = Platform.find(platform.platform()).orElseThrow();
        var form = Controls.column(
                "dialog", Controls.label(desk.text("bind.title", PlatformWords.name(desk, known)), "dialog-title"));
        form.getStyleClass().add("bind-dialog");
        form.setId("bind-dialog");
        boolean inBrowser = platform.platform().equals(AccountsModel.KUAISHOU);
        platform.credentials().stream()
                .filter(field -> !inBrowser || !field.name().equals(CODE))
                .forEach(field -> form.getChildren().add(input(field)));
        if (inBrowser) {
            form.getChildren().add(new KuaishouConsent(desk, model, this).view());
        }
        form.getChildren().addAll(error, inBrowser ? foot() : footWithBinding());
        desk.overlay().ask(form, model::stopWaiting);
    }

    String given(String name) {
        return Objects.requireNonNull(inputs.get(name)).getText().strip();
    }

    VBox input(CredentialField field) {
        var input = field.secret() ? new PasswordField() : new TextField();
        input.setId("bind-" + field.name());
        inputs.put(field.name(), input);
        var label = desk.messages().served("bind.label." + field.name(), field.label());
        var hint = desk.messages().served("bind.hint." + platform.platform() + "." + field.name(), field.hint());
        return Controls.column(
                "field", Controls.label(label, "field-label"), input, Controls.paragraph(hint, "field-hint"));
    }

    CredentialField code() {
        return platform.credentials().stream()
                .filter(field -> field.name().equals(CODE))
                .findFirst()
                .orElseThrow();
    }

    void bind() {
        error.setText("");
        var credentials = new LinkedHashMap<String, String>();
        inputs.forEach((name, input) -> credentials.put(name, input.getText().strip()));
        model.bind(platform.platform(), credentials, this::done, this::failed);
    }

    void done() {
        desk.toasts().tell(desk.text("bind.done"));
        back.run();
    }

    void failed(Exception problem) {
        tell(desk.messages().failure(problem));
    }

    /// Empty to tell nothing any more.
    void tell(String sentence) {
        error.setText(sentence);
    }

    private HBox foot(Node... buttons) {
        var cancel = Controls.button(desk.text("cancel"), back);
        cancel.setId("bind-cancel");
        var foot = Controls.row("dialog-buttons", trying(), new Spacer(), cancel);
        foot.getChildren().addAll(buttons);
        return foot;
    }

    private HBox footWithBinding() {
        var ok = Controls.primary(desk.text("bind.ok"), this::bind);
        ok.setId("bind-ok");
        ok.disableProperty().bind(model.busyProperty());
        return foot(ok);
    }

    private Label trying() {
        return Controls.when(model.busyProperty(), Controls.label(desk.text("bind.trying"), "panel-hint"));
    }
}
