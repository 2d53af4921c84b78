package studio.mofang.desktop.backup;

import atlantafx.base.controls.Spacer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.When;

/// Chooses one of the backups and puts it in the database's place.
public final class BackupDialog {
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;

    private final Desk desk;
    private final BackupModel model;
    private final Runnable beginAgain;
    private final VBox dialog = Controls.column("dialog");
    private final ToggleGroup choice = new ToggleGroup();
    private final InvalidationListener fill = _ -> fill();

    /// `beginAgain` runs once a backup is restored and the person has read so.
    public BackupDialog(Desk desk, BackupModel model, Runnable beginAgain) {
        this.desk = desk;
        this.model = model;
        this.beginAgain = beginAgain;
        dialog.setId("backup-dialog");
        dialog.getStyleClass().add("backup-dialog");
    }

    /// Opens this dialog.
    public Button button() {
        var button = Controls.button(desk.text("backup.choose"), this::open);
        button.setId("choose-backup");
        return button;
    }

    /// Why a server did not start on a damaged database; the server gives its reasons in Chinese.
    public String reason(String chinese) {
        return desk.messages().served("backup.damaged.refused", chinese);
    }

    private void open() {
        model.backups().addListener(fill);
        model.stateProperty().addListener(fill);
        fill();
        model.refresh();
        desk.overlay().show(dialog, Pos.CENTER, this::closed);
    }

    private void closed() {
        model.backups().removeListener(fill);
        model.stateProperty().removeListener(fill);
        switch (model.stateProperty().get()) {
            case CHOOSING -> {}
            // What is under way cannot be left: the server behind the window is stopped.
            case RESTORING -> open();
            case RESTORED -> beginAgain.run();
        }
    }

    private void fill() {
        switch (model.stateProperty().get()) {
            case CHOOSING -> choosing();
            case RESTORING -> restoring();
            case RESTORED -> restored();
        }
    }

    private void choosing() {
        var cancel = Controls.button(desk.text("cancel"), desk.overlay()::hide);
        cancel.setCancelButton(true);
        var restore = Controls.primary(desk.text("backup.restore"), this::restore);
        restore.setId("restore-backup");
        restore.setDisable(model.backups().isEmpty());
        show(
                "backup.title",
                Controls.paragraph(desk.text("backup.hint"), "dialog-text"),
                list(),
                failure(),
                Controls.row("dialog-buttons", new Spacer(), cancel, restore));
    }

    private void restoring() {
        show(
                "backup.title",
                Controls.row(
                        "backup-progress",
                        new ProgressIndicator(),
                        Controls.paragraph(desk.text("backup.restoring"), "dialog-text")));
    }

    private void restored() {
        var again = Controls.primary(desk.text("backup.again"), desk.overlay()::hide);
        again.setId("begin-again");
        again.setDefaultButton(true);
        var kept = model.kept()
                .map(file -> desk.text("backup.kept", String.valueOf(file.getFileName())))
                .orElse("");
        show(
                "backup.restored",
                Controls.paragraph(desk.text("backup.restored.text"), "dialog-text"),
                Controls.paragraph(kept, "dialog-text"),
                Controls.row("dialog-buttons", new Spacer(), again));
    }

    private void show(String title, Node... rest) {
        dialog.getChildren().setAll(Controls.label(desk.text(title), "dialog-title"));
        dialog.getChildren().addAll(rest);
    }

    private Node list() {
        if (model.backups().isEmpty()) {
            return Controls.paragraph(desk.text("backup.none"), "dialog-text");
        }
        var rows = Controls.column("backup-list");
        choice.getToggles().clear();
        model.backups().forEach(backup -> rows.getChildren().add(row(backup)));
        choice.selectToggle(choice.getToggles().getFirst());
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("quiet-scroll", "backup-scroll");
        return scroll;
    }

    private HBox row(Backup backup) {
        var choose = new RadioButton(When.minute(backup.taken()));
        choose.getStyleClass().add("backup-time");
        choose.setToggleGroup(choice);
        choose.setUserData(backup);
        var occasion = desk.messages().textOr("backup.occasion." + backup.occasion(), backup.occasion());
        var row = Controls.row(
                "backup-row",
                choose,
                Controls.label(occasion, "field-hint"),
                new Spacer(),
                Controls.label(size(backup.bytes()), "field-hint"));
        row.setOnMouseClicked(_ -> choose.setSelected(true));
        return row;
    }

    private String size(long bytes) {
        return bytes < MEGABYTE
                ? desk.text("backup.size.small", Math.ceilDiv(bytes, KILOBYTE))
                : desk.text("backup.size", (double) bytes / MEGABYTE);
    }

    private Node failure() {
        var problem = model.failureProperty().get();
        var reason = problem == null ? "" : String.valueOf(problem.getMessage());
        var chinese = desk.messages().language() == Language.CHINESE;
        var sentence = problem == null || chinese ? reason : desk.text("backup.failed") + "\n" + reason;
        var words = Controls.paragraph(sentence, "trouble");
        words.setManaged(problem != null);
        return words;
    }

    private void restore() {
        var chosen = choice.getSelectedToggle();
        if (chosen != null && chosen.getUserData() instanceof Backup backup) {
            model.restore(backup);
        }
    }
}
