package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import javafx.collections.ListChangeListener;
import studio.mofang.core.Publications.Publication;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Asks, at the start, about what had its time while the studio was not running: nothing is published late
/// unasked.
public final class MissedQuestion {
    private final Desk desk;
    private final PublicationsModel model;
    private boolean asked;

    public MissedQuestion(Desk desk, PublicationsModel model) {
        this.desk = desk;
        this.model = model;
    }

    /// Asks once, as soon as anything is known to have been missed.
    public void watch() {
        model.missed().addListener((ListChangeListener<Publication>) _ -> ask());
        ask();
    }

    private void ask() {
        if (asked || model.missed().isEmpty() || desk.overlay().open()) {
            return;
        }
        asked = true;
        var rows = new PublicationRow(desk, model, () -> new HistoryDialog(desk, model).open());
        var list = Controls.column("history-list");
        model.missed().forEach(missed -> list.getChildren().add(rows.of(missed)));
        var later =
                Controls.button(desk.text("missed.later"), () -> desk.overlay().hide());
        later.setId("missed-later");
        var dialog = Controls.column(
                "dialog",
                Controls.label(desk.text("missed.title", model.missed().size()), "dialog-title"),
                Controls.paragraph(desk.text("missed.hint"), "dialog-text"),
                list,
                Controls.row("dialog-buttons", new Spacer(), later));
        dialog.getStyleClass().add("history-dialog");
        dialog.setId("missed-dialog");
        model.missed().addListener((ListChangeListener<Publication>) _ -> {
            if (model.missed().isEmpty() && dialog.getScene() != null) {
                desk.overlay().hide();
            }
        });
        desk.overlay().show(dialog);
    }
}
