package studio.mofang.desktop.wallet;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import studio.mofang.core.Payments.Order;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Which service takes the money, in that service's colour; where none does, it says so.
final class ServiceBadge extends HBox {
    ServiceBadge(Desk desk, Order order) {
        getStyleClass().add("service");
        setId("pay-service");
        setAlignment(Pos.CENTER);
        var method = order.paymentMethod();
        var mark =
                Controls.label(desk.messages().textOr("pay.mark." + method, ""), "service-mark", "service-" + method);
        var name = Controls.label(desk.messages().textOr("pay.service." + method, method), "service-name");
        getChildren().addAll(mark, name);
        if (order.sandbox()) {
            getChildren().add(Controls.label(desk.text("pay.simulated"), "service-simulated"));
        }
    }
}
