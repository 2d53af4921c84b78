package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import studio.mofang.core.Publications;
import studio.mofang.core.platform.Platform;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;

/// The accounts at the platforms: what is bound and until when, and the way to bind.
final class AccountsDialog {
    private final Desk desk;
    private final AccountsModel model;
    private final VBox list = Controls.column("account-list");
    private final ListChangeListener<Publications.Platform> changed = _ -> fill();

    AccountsDialog(Desk desk, AccountsModel model) {
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
        desk.overlay().show(dialog, Pos.CENTER, () -> model.platforms().removeListener(changed));
        model.load();
    }

    private void fill() {
        list.getChildren().setAll(model.platforms().stream().map(this::row).toList());
    }

    private VBox row(Publications.Platform platform) {
        var known = Platform.find(platform.platform()).orElseThrow();
        var name = Controls.label(PlatformWords.name(desk, known), "platform-name");
        var state = Controls.label(state(platform), "platform-state");
        state.setId("account-" + platform.platform());
        state.pseudoClassStateChanged(Styles.STATE_DANGER, platform.expired());
        var texts = new VBox(name, state);
        texts.getStyleClass().add("platform-texts");
        var head = Controls.row("platform-row", PlatformWords.badge(desk, known), Controls.growing(texts));
        if (!platform.credentials().isEmpty() && (!platform.bound() || platform.expired())) {
            head.getChildren().add(bind(platform));
        }
        if (platform.bound()) {
            var unbind =
                    Controls.button(desk.text("accounts.unbind"), () -> model.unbind(platform.platform(), this::warn));
            unbind.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.DANGER);
            head.getChildren().add(unbind);
        }
        var note = desk.messages().served("accounts.note." + platform.platform(), platform.note());
        return Controls.column("account-row", head, Controls.paragraph(note, "account-note"));
    }

    private Button bind(Publications.Platform platform) {
        var words = desk.text(platform.expired() ? "accounts.anew" : "accounts.bind");
        var bind = Controls.button(words, () -> new BindDialog(desk, model, platform, this::open).open());
        bind.setId("bind-" + platform.platform());
        bind.getStyleClass().add(Styles.SMALL);
        return bind;
    }

    private String state(Publications.Platform platform) {
        if (platform.expired()) {
            return desk.text("accounts.expired", String.valueOf(platform.account()));
        }
        if (!platform.bound()) {
            return desk.text(platform.needsBinding() ? "accounts.unbound" : "accounts.none");
        }
        var bound = desk.text("accounts.bound", String.valueOf(platform.account()), String.valueOf(platform.tail()));
        var until = platform.validUntil();
        return until == null ? bound : bound + desk.text("accounts.until", When.day(until));
    }

    private void warn(Exception problem) {
        desk.toasts().warn(desk.messages().failure(problem));
    }
}
