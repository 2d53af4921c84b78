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
        } else if (payment.paid()) {
            settled(Feather.CHECK, "paid", desk.text("pay.paid"), bought(order));
        } else if (payment.refunded()) {
            settled(Feather.ROTATE_CCW, "refunded", desk.text("pay.refunded"), desk.text("pay.refunded.text"));
        } else {
            settled(Feather.CLOCK, "closed", desk.text("pay.closed"), desk.text("pay.closed.text"));
        }
    }

    private void waiting(Order order) {
        var address = String.valueOf(order.paymentUrl());
        getChildren()
                .setAll(
                        Controls.label(desk.text("pay.title." + order.paymentMethod()), "dialog-title"),
                        Controls.label("¥ " + order.amount(), "pay-amount"),
                        Controls.label(bought(order), "dialog-text"),
                        new QrCode(address, SIDE),
                        countdown());
        if (order.sandbox()) {
            var mark = Controls.row(
                    "pay-sandbox", new FontIcon(Feather.ALERT_TRIANGLE), Controls.paragraph(desk.text("pay.sandbox")));
            mark.setId("pay-sandbox");
            getChildren().add(mark);
        }
        var browser = Controls.button(
                desk.text("pay.browser"),
                Feather.EXTERNAL_LINK,
                () -> desk.outside().open(URI.create(address)));
        browser.setId("pay-browser");
        getChildren().addAll(browser, close(), new Trouble(desk, payment));
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
        var close = Controls.button(desk.text("close"), desk.overlay()::hide);
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

    private String bought(Order order) {
        var credits = order.credits();
        if (credits != null) {
            return desk.text("pay.credits", credits);
        }
        return desk.text("plan." + order.membershipType());
    }
}
