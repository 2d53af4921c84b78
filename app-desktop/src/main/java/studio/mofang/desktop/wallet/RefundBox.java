package studio.mofang.desktop.wallet;

import javafx.scene.layout.VBox;
import studio.mofang.core.Payments.Refund;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;

/// One refund as a card: how much, what became of it, and what was taken back for it.
public final class RefundBox extends VBox {
    public RefundBox(Desk desk, Refund refund) {
        getStyleClass().add("order-refund");
        var state = desk.messages().textOr("order.refund." + refund.status(), refund.status());
        getChildren()
                .add(Controls.row(
                        "order-refund-head",
                        Controls.label("¥ " + refund.amount(), "order-refund-amount"),
                        Controls.label(state, "order-state", "refund-" + refund.status())));
        line(When.minute(refund.createdAt()) + "  ·  " + refund.reason(), "ledger-when");
        if (refund.creditsTaken() > 0) {
            line(desk.text("order.refund.taken.credits", refund.creditsTaken()), "ledger-when");
        }
        if (refund.membershipDaysTaken() > 0) {
            line(desk.text("order.refund.taken.days", refund.membershipDaysTaken()), "ledger-when");
        }
        if (refund.note() != null) {
            line(desk.text("order.refund.note", refund.note()), "trouble");
        }
    }

    private void line(String text, String style) {
        getChildren().add(Controls.paragraph(text, style));
    }
}
