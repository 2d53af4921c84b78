package studio.mofang.desktop.publish;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Puts other nodes into a part of a dialog. When the focus goes with the old ones, `heir` gets it: without any focus
/// the keys that close the dialog reach nobody.
final class Refill {
    private Refill() {}

    static void of(Pane part, List<? extends Node> nodes, Node heir) {
        var scene = part.getScene();
        boolean focused = scene != null && within(part, scene.getFocusOwner());
        part.getChildren().setAll(nodes);
        if (focused) {
            heir.requestFocus();
        }
    }

    private static boolean within(Node part, @Nullable Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (each == part) {
                return true;
            }
        }
        return false;
    }
}
