package studio.mofang.desktop.wallet;

import atlantafx.base.controls.Spacer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Order;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;

/// The two lists of the wallet: every movement of credits, and every order.
final class Ledger {
    private static final double ROW = 60;

    private final Desk desk;

    Ledger(Desk desk) {
        this.desk = desk;
    }

    Node transactions(ObservableList<Transaction> transactions) {
        return list(transactions, this::row, desk.text("wallet.transactions.empty"));
    }

    Node orders(ObservableList<Order> orders, Consumer<Order> onPay, Consumer<Order> onDetails) {
        return list(orders, order -> row(order, onPay, onDetails), desk.text("wallet.orders.empty"));
    }

    private static <T> Node list(ObservableList<T> rows, Function<T, Node> row, String empty) {
        var list = new ListView<>(rows);
        list.getStyleClass().add("ledger");
        list.setFixedCellSize(ROW);
        list.setPlaceholder(Controls.label(empty, "placeholder-text"));
        list.prefHeightProperty().bind(Bindings.size(rows).multiply(ROW).add(8));
        list.minHeightProperty()
                .bind(Bindings.when(Bindings.isEmpty(rows)).then(ROW * 2).otherwise(ROW));
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean none) {
                super.updateItem(item, none);
                setText(null);
                setGraphic(item == null ? null : row.apply(item));
            }
        });
        // Not stretched: a list with fewer rows than the other would end in empty ones.
        return new VBox(list);
    }

    private Node row(Transaction line) {
        var gained = line.amount() >= 0;
        var amount = new Label(desk.text(gained ? "wallet.gained" : "wallet.spent", Math.abs(line.amount())));
        amount.getStyleClass().addAll("ledger-amount", gained ? "gained" : "spent");
        var texts = Controls.column(
                "ledger-texts",
                Controls.label(Movements.of(desk.messages(), line), "ledger-title"),
                Controls.label(When.minute(line.createdAt()), "ledger-when"));
        var after = Controls.label(desk.text("wallet.after", line.balanceAfter()), "ledger-when");
        return Controls.row(
                "ledger-row",
                icon(gained ? Feather.ARROW_DOWN_LEFT : Feather.ARROW_UP_RIGHT),
                texts,
                new Spacer(),
                after,
                amount);
    }

    private Node row(Order order, Consumer<Order> onPay, Consumer<Order> onDetails) {
        var texts = Controls.column(
                "ledger-texts",
                Controls.label(Goods.of(desk, order), "ledger-title"),
                Controls.label(When.minute(order.createdAt()) + "  ·  " + order.orderId(), "ledger-when"));
        var state = Controls.label(state(desk, order), "order-state", "order-" + order.status());
        var details = Controls.icon(Feather.CHEVRON_RIGHT, desk.text("order.details"), () -> onDetails.accept(order));
        details.getStyleClass().add("order-more");
        details.setId("details-" + order.orderId());
        var row = Controls.row(
                "ledger-row",
                icon(order.membershipType() == null ? Feather.PLUS_CIRCLE : Feather.AWARD),
                texts,
                new Spacer(),
                state,
                Controls.label("¥ " + order.amount(), "ledger-amount"),
                details);
        if (order.status().equals("pending")) {
            row.getChildren().add(4, Controls.button(desk.text("wallet.pay"), () -> onPay.accept(order)));
        }
        return row;
    }

    /// In words; of a paid order also what has gone back.
    static String state(Desk desk, Order order) {
        var state = desk.messages().textOr("order." + order.status(), order.status());
        boolean partly = order.refundedAmount().compareTo(Money.ZERO) > 0
                && !order.status().equals("refunded");
        return partly ? state + " · " + desk.text("order.partly", order.refundedAmount()) : state;
    }

    private static StackPane icon(Feather feather) {
        var icon = new StackPane(new FontIcon(feather));
        icon.getStyleClass().add("ledger-icon");
        return icon;
    }
}
