package studio.mofang.desktop.settings;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Vaults.Keeping;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Where the key that seals secrets is kept, and the copy of it that belongs to every backup.
final class VaultRow extends VBox {
    private static final String COPY = "mofang-vault.key";
    private static final String KEY_FILE = ".key";
    private static final String OTHER_SYSTEM = "secret_service";
    private static final Set<String> LOST = Set.of("missing", "foreign", "unavailable");

    private final Desk desk;
    private final VaultModel model;
    private final Label place = Controls.paragraph("", "vault-place");
    private final HBox buttons = Controls.row("vault-buttons");
    private final Label outcome = Controls.paragraph("", "field-hint");

    VaultRow(Desk desk, VaultModel model) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("vault-row");
        place.setId("vault-place");
        Controls.when(outcome.textProperty().isNotEmpty(), outcome);
        outcome.pseudoClassStateChanged(Styles.STATE_DANGER, true);
        getChildren()
                .addAll(
                        Controls.row(
                                "setting",
                                Controls.label(desk.text("settings.vault"), "setting-name"),
                                new Spacer(),
                                buttons),
                        place,
                        Controls.paragraph(desk.text("settings.vault.hint"), "field-hint"),
                        outcome);
    }

    Subscription attach() {
        return model.keepingProperty().subscribe(this::show);
    }

    private void show(@Nullable Keeping now) {
        if (now == null) {
            place.setText(desk.text("loading"));
            buttons.getChildren().clear();
            return;
        }
        place.setText(where(now));
        place.pseudoClassStateChanged(Styles.STATE_DANGER, VaultModel.closed(now));
        buttons.getChildren().setAll(now.open() ? whileOpen(now) : whileClosed(now));
    }

    private String where(Keeping now) {
        var kind = now.keychain() == null ? OTHER_SYSTEM : now.keychain();
        var state = now.open() ? now.place() : "closed";
        var trouble = now.trouble() == null ? "" : "." + now.trouble();
        return desk.text("vault." + state + trouble, desk.text("vault.keychain." + kind));
    }

    private List<Button> whileOpen(Keeping now) {
        var export = button("settings.vault.export", Feather.DOWNLOAD, "vault-export", this::export);
        return VaultModel.waiting(now) || now.trouble() == null ? List.of(export) : List.of(again(), export);
    }

    private List<Button> whileClosed(Keeping now) {
        var restore = button("settings.vault.restore", Feather.UPLOAD, "vault-restore", this::restore);
        if (now.trouble() == null || VaultModel.waiting(now)) {
            return List.of(restore);
        }
        return LOST.contains(now.trouble()) ? List.of(startOver(), again(), restore) : List.of(again(), restore);
    }

    private Button again() {
        return button("settings.vault.again", Feather.REFRESH_CW, "vault-again", () -> model.ask(this::failed));
    }

    private Button startOver() {
        var button = Controls.button(
                desk.text("settings.vault.lost"), () -> desk.overlay().show(question()));
        button.setId("vault-lost");
        button.getStyleClass().add(Styles.FLAT);
        return button;
    }

    private Button button(String key, Feather icon, String id, Runnable action) {
        var button = Controls.button(desk.text(key), icon, () -> {
            outcome.setText("");
            action.run();
        });
        button.setId(id);
        return button;
    }

    private void export() {
        desk.outside()
                .fileToSave(COPY)
                .ifPresent(target -> model.export(
                        target,
                        () -> desk.toasts().tell(desk.text("settings.vault.exported", target.toString())),
                        this::failed));
    }

    private void restore() {
        desk.outside()
                .fileToOpen(KEY_FILE)
                .ifPresent(copy -> model.restore(
                        copy, () -> desk.toasts().tell(desk.text("settings.vault.restored")), this::failed));
    }

    private VBox question() {
        var cancel = Controls.button(desk.text("cancel"), desk.overlay()::hide);
        cancel.setCancelButton(true);
        var sure = Controls.button(desk.text("settings.vault.lost.sure"), () -> {
            desk.overlay().hide();
            model.startOver(() -> desk.toasts().tell(desk.text("settings.vault.lost.done")), this::failed);
        });
        sure.setId("vault-lost-sure");
        sure.getStyleClass().add(Styles.DANGER);
        return Controls.column(
                "dialog",
                Controls.label(desk.text("settings.vault.lost.title"), "dialog-title"),
                Controls.paragraph(desk.text("settings.vault.lost.text"), "dialog-text"),
                Controls.row("dialog-buttons", new Spacer(), cancel, sure));
    }

    private void failed(Exception problem) {
        outcome.setText(desk.messages().failure(problem));
    }
}
