package studio.mofang.desktop.wallet;

import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Refund;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;

/// Everything about one order, and what went back of it.
final class OrderDialog extends VBox {
    private final Desk desk;
    private final Order order;
    private final GridPane facts = new GridPane();
    private final VBox refunds = new VBox();

    OrderDialog(Desk desk, Order order) {
        this.desk = desk;
        this.order = order;
        getStyleClass().addAll("dialog", "order-dialog");
        setId("order-dialog");
        facts.getStyleClass().add("order-facts");
        refunds.getStyleClass().add("order-refunds");
        fill();
        getChildren().addAll(Controls.label(desk.text("order.details"), "dialog-title"), facts, refunds, buttons());
    }

    void open(WalletModel model) {
        desk.overlay().show(this);
        if (order.paidAt() != null) {
            model.refunds(
                    order,
                    all -> all.forEach(this::add),
                    problem -> refunds.getChildren()
                            .setAll(Controls.paragraph(
                                    desk.text(
                                            "order.refunds.failed",
                                            desk.messages().failure(problem)),
                                    "trouble")));
        }
    }

    private void fill() {
        fact("number", order.orderId());
        fact("goods", Goods.of(desk, order));
        fact("amount", "¥ " + order.amount());
        if (!order.originalAmount().equals(order.amount())) {
            fact("original", "¥ " + order.originalAmount());
        }
        if (order.couponCode() != null) {
            fact("coupon", order.couponCode());
        }
        fact("method", method());
        fact("state", Ledger.state(desk, order));
        fact("placed", When.minute(order.createdAt()));
        if (order.paidAt() != null) {
            fact("paid", When.minute(order.paidAt()));
        }
        if (order.creditsOwed() > 0) {
            fact("owed", desk.text("order.owed.credits", order.creditsOwed()));
        }
        if (order.membershipDaysOwed() > 0) {
            fact("owed", desk.text("order.owed.days", order.membershipDaysOwed()));
        }
    }

    private String method() {
        var name = desk.messages().textOr("pay.service." + order.paymentMethod(), order.paymentMethod());
        return order.sandbox() ? name + " · " + desk.text("pay.simulated") : name;
    }

    private void fact(String name, String content) {
        facts.addRow(
                facts.getRowCount(),
                Controls.label(desk.messages().textOr("order.fact." + name, name), "order-fact"),
                Controls.paragraph(content, "order-content"));
    }

    private void add(Refund refund) {
        if (refunds.getChildren().isEmpty()) {
            refunds.getChildren().add(Controls.label(desk.text("order.refunds"), "box-title"));
        }
        refunds.getChildren().add(new RefundBox(desk, refund));
    }

    private HBox buttons() {
        var close = Controls.button(desk.text("close"), desk.overlay()::hide);
        close.setId("order-close");
        close.setCancelButton(true);
        var row = Controls.row("dialog-buttons", close);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }
}
