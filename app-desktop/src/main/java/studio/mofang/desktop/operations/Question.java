package studio.mofang.desktop.operations;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Asks before what cannot be taken back is done.
final class Question {
    private final Desk desk;

    Question(Desk desk) {
        this.desk = desk;
    }

    void ask(String title, String text, Runnable action) {
        var sure = Controls.button(desk.text("operations.sure"), () -> {
            desk.overlay().hide();
            action.run();
        });
        sure.setId("sure");
        sure.getStyleClass().add(Styles.DANGER);
        var cancel = Controls.button(desk.text("cancel"), desk.overlay()::hide);
        cancel.setCancelButton(true);
        desk.overlay()
                .show(Controls.column(
                        "dialog",
                        Controls.label(title, "dialog-title"),
                        Controls.paragraph(text, "dialog-text"),
                        Controls.row("dialog-buttons", new Spacer(), cancel, sure)));
    }
}
