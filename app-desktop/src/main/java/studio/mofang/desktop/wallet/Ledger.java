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

    Node orders(ObservableList<Order> orders, Consumer<Order> onPay) {
        return list(orders, order -> row(order, onPay), desk.text("wallet.orders.empty"));
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
        var amount = new Label((gained ? "+" : "") + line.amount());
        amount.getStyleClass().addAll("ledger-amount", gained ? "gained" : "spent");
        var texts = Controls.column(
                "ledger-texts",
                Controls.label(
                        desk.messages().served("transaction." + line.type(), line.description()), "ledger-title"),
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

    private Node row(Order order, Consumer<Order> onPay) {
        var membership = order.membershipType();
        var credits = order.credits();
        var name = membership == null
                ? desk.text("pay.credits", credits == null ? 0 : credits)
                : desk.text("plan." + membership);
        var texts = Controls.column(
                "ledger-texts",
                Controls.label(name, "ledger-title"),
                Controls.label(When.minute(order.createdAt()) + "  ·  " + order.orderId(), "ledger-when"));
        var state = Controls.label(
                desk.messages().textOr("order." + order.status(), order.status()),
                "order-state",
                "order-" + order.status());
        var row = Controls.row(
                "ledger-row",
                icon(membership == null ? Feather.PLUS_CIRCLE : Feather.AWARD),
                texts,
                new Spacer(),
                state,
                Controls.label("¥ " + order.amount(), "ledger-amount"));
        if (order.status().equals("pending")) {
            row.getChildren().add(4, Controls.button(desk.text("wallet.pay"), () -> onPay.accept(order)));
        }
        return row;
    }

    private static StackPane icon(Feather feather) {
        var icon = new StackPane(new FontIcon(feather));
        icon.getStyleClass().add("ledger-icon");
        return icon;
    }
}
