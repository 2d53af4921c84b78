package studio.mofang.desktop.kit;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The one place above the screens where a dialog or the palette stands; Escape and a click beside it close it.
public final class Overlay {
    private final ModalPane pane = new ModalPane();
    private Runnable onClosed = () -> {};

    public Overlay() {
        pane.setId("overlay");
        pane.displayProperty().addListener((_, _, displayed) -> {
            if (!displayed) {
                closed();
            }
        });
    }

    public Node view() {
        return pane;
    }

    public boolean open() {
        return pane.isDisplay();
    }

    public void show(Region dialog) {
        show(dialog, Pos.CENTER, () -> {});
    }

    /// `closing` runs once, however the dialog is left.
    public void show(Region dialog, Pos place, Runnable closing) {
        hide();
        onClosed = closing;
        dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pane.setAlignment(place);
        pane.show(dialog);
    }

    public void hide() {
        pane.hide(true);
    }

    private void closed() {
        var closing = onClosed;
        onClosed = () -> {};
        closing.run();
    }
}
