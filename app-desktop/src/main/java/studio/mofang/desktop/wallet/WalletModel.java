package studio.mofang.desktop.wallet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import studio.mofang.core.Activities;
import studio.mofang.core.Activities.Activity;
import studio.mofang.core.ActivityType;
import studio.mofang.core.CouponRule;
import studio.mofang.core.CouponType;
import studio.mofang.core.Coupons;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.core.Credits.Balance;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Money;
import studio.mofang.core.Page;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Plan;
import studio.mofang.core.Price;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// What the wallet shows and buys.
public final class WalletModel {
    private static final int PAGE = 50;
    private static final int MOST_COUPONS = 100;

    private final ObjectProperty<@Nullable Balance> balance = new SimpleObjectProperty<>();
    private final ObservableList<Transaction> transactions = FXCollections.observableArrayList();
    private final ObservableList<Order> orders = FXCollections.observableArrayList();
    private final ObservableList<Mine> coupons = FXCollections.observableArrayList();
    private long memberDiscount;
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final BooleanProperty buying = new SimpleBooleanProperty();
    private final Background background;
    private final Backend backend;

    private record Account(
            Balance balance,
            Page<Transaction> transactions,
            List<Order> orders,
            List<Mine> coupons,
            long memberDiscount) {}

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

    /// The user's own that can be used now.
    public ObservableList<Mine> coupons() {
        return coupons;
    }

    /// What the plan costs with the activities that run; the coupon comes on top.
    public Price price(Plan plan) {
        return Price.of(plan.price()).percentOff(memberDiscount);
    }

    /// The coupon that is worth most at this price; the server's own rule.
    public Optional<Mine> best(Price price, boolean byBalance) {
        var usable = coupons.stream()
                .filter(coupon -> !byBalance || !coupon.type().equals(CouponType.CREDIT_BONUS.word()))
                .toList();
        return CouponRule.best(usable, price);
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
    public void recharge(
            Money amount,
            String method,
            Optional<String> coupon,
            Consumer<Payment> onOrder,
            Consumer<Exception> onFailure) {
        var wanted = new Recharge(amount, method, coupon.orElse(null));
        buy(() -> backend.api().payments().recharge(wanted), onOrder, onFailure);
    }

    /// `method` may also be balance, which is paid at once.
    public void buy(
            Plan plan,
            String method,
            Optional<String> coupon,
            Consumer<Payment> onOrder,
            Consumer<Exception> onFailure) {
        var wanted = new MembershipPurchase(plan.type(), method, coupon.orElse(null));
        buy(() -> backend.api().payments().buyMembership(wanted), onOrder, onFailure);
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
        return new Account(
                api.credits().balance(),
                api.credits().transactions(1, PAGE),
                orders,
                api.operation().coupons().mine(Coupons.UNUSED, 1, MOST_COUPONS).items(),
                discount(api.operation()
                        .activities()
                        .activities(Activities.ACTIVE, 1, MOST_COUPONS)
                        .items()));
    }

    /// The best running one, in hundredths of a per cent.
    private static long discount(List<Activity> running) {
        return running.stream()
                .filter(activity -> activity.type().equals(ActivityType.MEMBERSHIP_DISCOUNT.word()))
                .map(activity -> activity.config().percent())
                .filter(Objects::nonNull)
                .mapToLong(percent -> Money.of(percent).fen())
                .max()
                .orElse(0);
    }

    private void show(Account account) {
        failure.set(null);
        balance.set(account.balance());
        transactions.setAll(account.transactions().items());
        orders.setAll(account.orders());
        memberDiscount = account.memberDiscount();
        coupons.setAll(account.coupons());
    }
}
