package studio.mofang.desktop.making;

import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// What is asked for, who makes it, what it costs, and the button that begins.
public final class OrderPanel extends VBox {
    private final MakerPicker picker;
    private final CostLine cost;

    /// The button that begins, under its `id`; disabled until everything that is needed is said.
    public record Begin(String id, String text, BooleanExpression ready, Runnable action) {
        /// The same from the keyboard and the palette.
        public Command command() {
            return new Command(text, Feather.PLAY, KeyCombination.valueOf("Shortcut+Enter"), ready, action);
        }
    }

    public OrderPanel(Desk desk, MakersModel makers, Exits exits, String title, Node fields, Begin begin) {
        picker = new MakerPicker(desk, makers, exits);
        cost = new CostLine(desk, makers, exits);
        getStyleClass().add("making-panel");
        var scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("quiet-scroll");
        fields.getStyleClass().add("making-fields");
        var button = Controls.primary(begin.text(), begin.action());
        button.setId(begin.id());
        button.getStyleClass().add("wide");
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(begin.ready().map(ready -> !ready));
        var foot = Controls.column("making-foot", picker, button, cost);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        var head = Controls.row("making-head", Controls.label(title, "screen-title"));
        getChildren().addAll(head, Controls.growing(scroll), foot);
    }

    Subscription attach() {
        return picker.attach().and(cost.attach());
    }
}
