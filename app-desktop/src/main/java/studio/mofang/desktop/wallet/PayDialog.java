package studio.mofang.desktop.wallet;

import atlantafx.base.theme.Styles;
import java.net.URI;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Payments.Order;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.QrCode;

/// Paying: what to scan, how much it is, how long there is; it turns by itself when the payment arrives.
final class PayDialog extends VBox {
    private static final double SIDE = 208;

    private final Desk desk;
    private final Payment payment;

    PayDialog(Desk desk, Payment payment) {
        this.desk = desk;
        this.payment = payment;
        getStyleClass().addAll("dialog", "pay-dialog");
        setId("pay-dialog");
        setAlignment(Pos.TOP_CENTER);
        payment.orderProperty().addListener((_, _, _) -> fill());
        payment.leftProperty().addListener((_, _, left) -> {
            if (left.isZero()) {
                fill();
            }
        });
        fill();
    }

    void open() {
        desk.overlay().show(this, Pos.CENTER, payment::lookAway);
        payment.watch();
    }

    private void fill() {
        var order = payment.orderProperty().get();
        if (payment.open() && payment.expired()) {
            confirming(order);
        } else if (payment.open()) {
            waiting(order);
        } else if (payment.late()) {
            settled(Feather.CHECK, "paid", desk.text("pay.late"), desk.text("pay.late.text", Goods.of(desk, order)));
        } else if (payment.paid()) {
            settled(Feather.CHECK, "paid", desk.text("pay.paid"), Goods.of(desk, order));
        } else if (payment.refunded()) {
            var text = desk.text("pay.refunded.amount", order.refundedAmount());
            settled(Feather.ROTATE_CCW, "refunded", desk.text("pay.refunded"), text);
        } else if (payment.cancelled()) {
            settled(Feather.SLASH, "closed", desk.text("pay.cancelled"), desk.text("pay.cancelled.text"));
        } else {
            settled(Feather.CLOCK, "closed", desk.text("pay.closed"), desk.text("pay.closed.text"));
        }
    }

    private void waiting(Order order) {
        var address = String.valueOf(order.paymentUrl());
        var code = new QrCode(address, SIDE);
        code.getStyleClass().add("qr-" + order.paymentMethod());
        var later = close();
        getChildren()
                .setAll(
                        new ServiceBadge(desk, order),
                        Controls.label("¥ " + order.amount(), "pay-amount"),
                        Controls.label(Goods.of(desk, order), "dialog-text"),
                        code,
                        Controls.label(desk.text("pay.title." + order.paymentMethod()), "pay-how"),
                        countdown());
        if (order.sandbox()) {
            getChildren().addAll(simulated(), browser(address));
        }
        var buttons = Controls.row("pay-buttons", cancel(), later);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(buttons, new Trouble(desk, payment));
    }

    private Node simulated() {
        var mark = Controls.row(
                "pay-sandbox", new FontIcon(Feather.ALERT_TRIANGLE), Controls.paragraph(desk.text("pay.sandbox")));
        mark.setId("pay-sandbox");
        return mark;
    }

    /// The sandbox's page can be pressed in any browser; a real code is for the phone alone.
    private Button browser(String address) {
        var browser = Controls.button(
                desk.text("pay.browser"),
                Feather.EXTERNAL_LINK,
                () -> desk.outside().open(URI.create(address)));
        browser.setId("pay-browser");
        return browser;
    }

    private Button cancel() {
        var cancel = Controls.button(desk.text("pay.cancel"), payment::cancel);
        cancel.setId("pay-cancel");
        cancel.getStyleClass().add(Styles.FLAT);
        cancel.disableProperty().bind(payment.cancellingProperty());
        return cancel;
    }

    /// Nothing may be scanned any more, but what was scanned may still arrive.
    private void confirming(Order order) {
        var heading = Controls.label(desk.text("pay.confirming"), "dialog-title");
        heading.setId("pay-confirming");
        var close = close();
        getChildren()
                .setAll(
                        new ProgressIndicator(),
                        heading,
                        Controls.label("¥ " + order.amount(), "pay-amount"),
                        Controls.paragraph(desk.text("pay.confirming.text"), "dialog-text"),
                        close,
                        new Trouble(desk, payment));
        focus(close);
    }

    /// The order stays as it is and can be paid from the list.
    private Button close() {
        var close = Controls.button(desk.text("pay.later"), desk.overlay()::hide);
        close.setId("pay-close");
        close.getStyleClass().add(Styles.FLAT);
        close.setCancelButton(true);
        return close;
    }

    /// The control that had the focus went with what it belonged to, and without any Escape would go nowhere.
    private void focus(Button button) {
        if (getScene() != null) {
            button.requestFocus();
        }
    }

    private Node countdown() {
        var left = Controls.label("", "pay-countdown");
        left.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> desk.text("pay.left", clock(payment.leftProperty().get())), payment.leftProperty()));
        return left;
    }

    static String clock(Duration left) {
        return "%02d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    private void settled(Feather icon, String style, String title, String text) {
        var mark = new StackPane(new FontIcon(icon));
        mark.getStyleClass().addAll("pay-mark", "pay-mark-" + style);
        var done = Controls.primary(desk.text("pay.done"), desk.overlay()::hide);
        done.setId("pay-done");
        done.setDefaultButton(true);
        var heading = Controls.label(title, "dialog-title");
        heading.setId("pay-" + style);
        getChildren().setAll(mark, heading, Controls.paragraph(text, "dialog-text"), done);
        focus(done);
    }
}
