package studio.mofang.desktop.kit;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The one place above the screens where a dialog or the palette stands; Escape and a click beside it close it.
public final class Overlay {
    private final StackPane place = new StackPane();
    /// Built for the first dialog: the window is shown without it.
    private @Nullable ModalPane built;
    private Runnable onClosed = () -> {};
    private @Nullable Node focusedBefore;

    public Overlay() {
        place.setPickOnBounds(false);
    }

    public Node view() {
        return place;
    }

    public boolean open() {
        return built != null && built.isDisplay();
    }

    public void show(Region dialog) {
        show(dialog, Pos.CENTER, () -> {});
    }

    /// For a form: a click beside it does not throw away what was filled in.
    public void ask(Region form) {
        ask(form, () -> {});
    }

    /// The same; `closing` runs once, however the form is left.
    public void ask(Region form, Runnable closing) {
        show(form, Pos.CENTER, closing);
        pane().setPersistent(true);
    }

    /// `closing` runs once, however the dialog is left. The focus goes to the dialog and comes back afterwards.
    public void show(Region dialog, Pos where, Runnable closing) {
        hide();
        onClosed = closing;
        var pane = pane();
        var scene = pane.getScene();
        focusedBefore = scene == null ? null : scene.getFocusOwner();
        pane.setPersistent(false);
        dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pane.setAlignment(where);
        pane.show(dialog);
        firstControl(dialog).ifPresent(Node::requestFocus);
    }

    public void hide() {
        if (built != null) {
            built.hide(true);
        }
    }

    private ModalPane pane() {
        var pane = built;
        if (pane == null) {
            pane = new ModalPane();
            pane.setId("overlay");
            // While it fades away, a click is meant for what lies beneath.
            pane.mouseTransparentProperty().bind(pane.displayProperty().not());
            pane.displayProperty().addListener((_, _, displayed) -> {
                if (!displayed) {
                    closed();
                }
            });
            place.getChildren().add(pane);
            place.applyCss();
            built = pane;
        }
        return pane;
    }

    /// Never one that destroys something: Enter would press it.
    private static Optional<Node> firstControl(Node node) {
        if (node.isFocusTraversable() && !node.getStyleClass().contains(Styles.DANGER)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .flatMap(child -> firstControl(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private void closed() {
        pane().setContent(null);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
        var closing = onClosed;
        onClosed = () -> {};
        closing.run();
    }
}
