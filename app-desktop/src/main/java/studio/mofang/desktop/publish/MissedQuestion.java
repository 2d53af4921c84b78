package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.util.Subscription;
import studio.mofang.core.Publications.Publication;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Asks, at the start, about what had its time while the studio was not running: nothing is published late
/// unasked.
public final class MissedQuestion {
    private final Desk desk;
    private final PublicationsModel model;
    private final Set<Long> asked = new HashSet<>();

    public MissedQuestion(Desk desk, PublicationsModel model) {
        this.desk = desk;
        this.model = model;
    }

    /// Asks once of each, as soon as it is known to have been missed and no other dialog is open; until
    /// unsubscribed.
    public Subscription watch() {
        ListChangeListener<Publication> changed = _ -> ask();
        model.missed().addListener(changed);
        ask();
        return () -> model.missed().removeListener(changed);
    }

    private void ask() {
        var missed = model.missed().stream().map(Publication::publishId).collect(Collectors.toSet());
        if (asked.containsAll(missed) || desk.overlay().open()) {
            return;
        }
        asked.addAll(missed);
        var rows = new PublicationRow(desk, model, () -> new HistoryDialog(desk, model).open());
        var list = Controls.column("history-list");
        model.missed().forEach(one -> list.getChildren().add(rows.of(one)));
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
        ListChangeListener<Publication> answered = _ -> {
            if (model.missed().isEmpty()) {
                desk.overlay().hide();
            }
        };
        model.missed().addListener(answered);
        desk.overlay().show(dialog, Pos.CENTER, () -> model.missed().removeListener(answered));
    }
}
