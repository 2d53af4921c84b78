package studio.mofang.desktop.marketing;

import atlantafx.base.controls.Spacer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// A coupon as a ticket: its worth on the stub, its terms beside.
final class Ticket extends HBox {
    Ticket(Desk desk, String type, String worth, String name, String least, String foot, Node action) {
        getStyleClass().add("ticket");
        var stub = Controls.column(
                "ticket-stub",
                Controls.label(worth, "ticket-worth"),
                Controls.label(desk.text("coupon.type." + type), "ticket-type"));
        stub.setAlignment(Pos.CENTER);
        var last = Controls.row("ticket-foot", Controls.label(foot, "offer-when"), new Spacer(), action);
        var terms = Controls.column(
                "ticket-terms", Controls.label(name, "offer-name"), Controls.label(least, "ticket-least"), last);
        getChildren().addAll(stub, Controls.growing(terms));
    }
}
