package studio.mofang.desktop.wallet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Credits.Balance;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Money;
import studio.mofang.core.Page;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Plan;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// What the wallet shows and buys.
public final class WalletModel {
    private static final int PAGE = 50;

    private final ObjectProperty<@Nullable Balance> balance = new SimpleObjectProperty<>();
    private final ObservableList<Transaction> transactions = FXCollections.observableArrayList();
    private final ObservableList<Order> orders = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final BooleanProperty buying = new SimpleBooleanProperty();
    private final Background background;
    private final Backend backend;

    private record Account(Balance balance, Page<Transaction> transactions, List<Order> orders) {}

    public WalletModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    /// Absent until it was fetched.
    public ReadOnlyObjectProperty<@Nullable Balance> balanceProperty() {
        return balance;
    }

    public ObservableList<Transaction> transactions() {
        return transactions;
    }

    /// Recharges and memberships, newest first.
    public ObservableList<Order> orders() {
        return orders;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// True from asking for an order until its answer.
    public ReadOnlyBooleanProperty buyingProperty() {
        return buying;
    }

    public void refresh() {
        background.run(this::account, this::show, failure::set);
    }

    /// `method` is alipay or wechat.
    public void recharge(Money amount, String method, Consumer<Payment> onOrder, Consumer<Exception> onFailure) {
        buy(() -> backend.api().payments().recharge(new Recharge(amount, method, null)), onOrder, onFailure);
    }

    /// `method` may also be balance, which is paid at once.
    public void buy(Plan plan, String method, Consumer<Payment> onOrder, Consumer<Exception> onFailure) {
        buy(
                () -> backend.api().payments().buyMembership(new MembershipPurchase(plan.type(), method, null)),
                onOrder,
                onFailure);
    }

    /// Takes up an order that was left unpaid.
    public Payment resume(Order order) {
        return new Payment(order, background, backend, this::refresh);
    }

    /// What went back of an order, newest first.
    public void refunds(Order order, Consumer<List<Refund>> onRefunds, Consumer<Exception> onFailure) {
        background.run(() -> backend.api().payments().refunds(order.orderId()), onRefunds, onFailure);
    }

    private void buy(Background.Work<Order> order, Consumer<Payment> onOrder, Consumer<Exception> onFailure) {
        buying.set(true);
        background.run(
                order,
                placed -> {
                    buying.set(false);
                    refresh();
                    onOrder.accept(resume(placed));
                },
                problem -> {
                    buying.set(false);
                    onFailure.accept(problem);
                });
    }

    private Account account() throws Exception {
        var api = backend.api();
        var orders = new ArrayList<>(api.payments().rechargeOrders(1, PAGE).items());
        orders.addAll(api.payments().membershipOrders(1, PAGE).items());
        orders.sort(Comparator.comparing(Order::createdAt).reversed());
        return new Account(api.credits().balance(), api.credits().transactions(1, PAGE), orders);
    }

    private void show(Account account) {
        failure.set(null);
        balance.set(account.balance());
        transactions.setAll(account.transactions().items());
        orders.setAll(account.orders());
    }
}
