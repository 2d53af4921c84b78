package studio.mofang.desktop.making;

import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.mofang.desktop.kit.Controls;

/// How a pane of making is laid out: the order at the left, what comes of it at the right, and below it what came
/// before, of which one is looked at.
public final class Bench<T> extends HBox {
    private final OrderPanel order;
    private final Easel easel;
    private final Shelf<T> shelf;
    private final ObservableValue<?> current;
    private final Predicate<T> shown;

    /// `current` is what is looked at, and `shown` tells it from all others on the shelf.
    public Bench(OrderPanel order, Easel easel, Shelf<T> shelf, ObservableValue<?> current, Predicate<T> shown) {
        this.order = order;
        this.easel = easel;
        this.shelf = shelf;
        this.current = current;
        this.shown = shown;
        var right = new VBox(Controls.growing(easel), shelf);
        right.getStyleClass().add("making-right");
        right.setMinWidth(0);
        getChildren().addAll(order, Controls.growing(right));
        getStyleClass().add("screen");
    }

    /// Until it is unsubscribed, all of it follows the models.
    public Subscription attach() {
        return Subscription.combine(
                order.attach(),
                easel.attach(),
                shelf.attach(shown),
                current.subscribe(_ -> easel.refresh()),
                current.subscribe(_ -> shelf.mark(shown)));
    }
}
