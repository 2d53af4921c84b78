package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.CredentialField;
import studio.mofang.core.platform.Platform;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The accounts at the platforms: what is bound, and a form that tries what is entered before it is kept.
final class AccountsDialog {
    private static final String KUAISHOU = "kuaishou";

    private final Desk desk;
    private final PublicationsModel model;
    private final VBox list = Controls.column("account-list");
    private final ListChangeListener<Publications.Platform> changed = _ -> fill();

    AccountsDialog(Desk desk, PublicationsModel model) {
        this.desk = desk;
        this.model = model;
    }

    void open() {
        model.platforms().addListener(changed);
        fill();
        var scroll = new ScrollPane(list);
        scroll.getStyleClass().addAll("quiet-scroll", "account-scroll");
        scroll.setFitToWidth(true);
        var close = Controls.button(desk.text("close"), () -> desk.overlay().hide());
        var dialog = Controls.column(
                "dialog",
                Controls.label(desk.text("accounts.title"), "dialog-title"),
                Controls.paragraph(desk.text("accounts.hint"), "dialog-text"),
                scroll,
                Controls.row("dialog-buttons", new Spacer(), close));
        dialog.getStyleClass().add("accounts-dialog");
        dialog.setId("accounts-dialog");
        desk.overlay()
                .show(
                        dialog,
                        javafx.geometry.Pos.CENTER,
                        () -> model.platforms().removeListener(changed));
        model.loadPlatforms();
    }

    private void fill() {
        list.getChildren().setAll(model.platforms().stream().map(this::row).toList());
    }

    private VBox row(Publications.Platform platform) {
        var known = Platform.find(platform.platform()).orElseThrow();
        var name = Controls.label(PlatformWords.name(desk, known), "platform-name");
        var state = Controls.label(state(platform), "platform-state");
        var texts = new VBox(name, state);
        texts.getStyleClass().add("platform-texts");
        var head = Controls.row("platform-row", PlatformWords.badge(desk, known), Controls.growing(texts));
        var row = Controls.column("account-row", head);
        if (platform.bound()) {
            var unbind =
                    Controls.button(desk.text("accounts.unbind"), () -> model.unbind(platform.platform(), this::warn));
            unbind.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.DANGER);
            head.getChildren().add(unbind);
        } else if (!platform.credentials().isEmpty()) {
            var bind = Controls.button(desk.text("accounts.bind"), () -> form(platform));
            bind.setId("bind-" + platform.platform());
            bind.getStyleClass().add(Styles.SMALL);
            head.getChildren().add(bind);
        }
        var note = desk.messages().served("accounts.note." + platform.platform(), platform.note());
        row.getChildren().add(Controls.paragraph(note, "account-note"));
        return row;
    }

    private String state(Publications.Platform platform) {
        if (platform.bound()) {
            return desk.text("accounts.bound", String.valueOf(platform.account()), String.valueOf(platform.tail()));
        }
        return desk.text(platform.needsBinding() ? "accounts.unbound" : "accounts.none");
    }

    private void form(Publications.Platform platform) {
        var known = Platform.find(platform.platform()).orElseThrow();
        var inputs = new HashMap<String, TextField>();
        var form = Controls.column(
                "dialog", Controls.label(desk.text("bind.title", PlatformWords.name(desk, known)), "dialog-title"));
        form.getStyleClass().add("bind-dialog");
        for (var field : platform.credentials()) {
            if (platform.platform().equals(KUAISHOU) && field.name().equals("code")) {
                form.getChildren().add(authorization(inputs));
            }
            form.getChildren().add(input(field, platform.platform(), inputs));
        }
        var error = Controls.paragraph("", "form-error");
        error.setId("bind-error");
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        var ok = Controls.primary(desk.text("bind.ok"), () -> bind(platform.platform(), inputs, error));
        ok.setId("bind-ok");
        ok.disableProperty().bind(model.busyProperty());
        var trying = Controls.when(model.busyProperty(), Controls.label(desk.text("bind.trying"), "panel-hint"));
        var back = Controls.button(desk.text("cancel"), this::open);
        back.setId("bind-cancel");
        form.getChildren().addAll(error, Controls.row("dialog-buttons", trying, new Spacer(), back, ok));
        desk.overlay().ask(form);
    }

    private VBox input(CredentialField field, String platform, Map<String, TextField> inputs) {
        var input = field.secret() ? new PasswordField() : new TextField();
        input.setId("bind-" + field.name());
        inputs.put(field.name(), input);
        var label = desk.messages().served("bind.label." + field.name(), field.label());
        var hint = desk.messages().served("bind.hint." + platform + "." + field.name(), field.hint());
        return Controls.column(
                "field", Controls.label(label, "field-label"), input, Controls.paragraph(hint, "field-hint"));
    }

    /// Kuaishou shows the code on the address that is registered for the application.
    private VBox authorization(Map<String, TextField> inputs) {
        var redirect = new TextField();
        redirect.setId("bind-redirect");
        redirect.setPromptText("https://");
        var open = Controls.button(desk.text("bind.authorize"), Feather.EXTERNAL_LINK, () -> {
            var app = inputs.get("app_id");
            model.authorize(
                    app == null ? "" : app.getText(),
                    redirect.getText(),
                    url -> desk.outside().open(URI.create(url)),
                    this::warn);
        });
        open.disableProperty().bind(redirect.textProperty().isEmpty());
        return Controls.column(
                "field",
                Controls.label(desk.text("bind.redirect"), "field-label"),
                Controls.row("bind-redirect", Controls.growing(redirect), open),
                Controls.paragraph(desk.text("bind.redirect.hint"), "field-hint"));
    }

    private void bind(String platform, Map<String, TextField> inputs, Label error) {
        var credentials = new HashMap<String, String>();
        inputs.forEach((name, input) -> credentials.put(name, input.getText().strip()));
        error.setText("");
        model.bind(
                platform,
                credentials,
                () -> {
                    desk.toasts().tell(desk.text("bind.done"));
                    open();
                },
                problem -> error.setText(desk.messages().failure(problem)));
    }

    private void warn(Exception problem) {
        desk.toasts().warn(desk.messages().failure(problem));
    }
}
