package studio.mofang.desktop.wallet;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Credits.Balance;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Screen;
import studio.mofang.desktop.kit.When;

/// Credits and membership: what there is, what can be bought, what happened.
public final class WalletScreen implements Screen {
    private final Desk desk;
    private final WalletModel model;
    private final StackPane view = new StackPane();
    private final Shop shop;
    private final Node account;
    private Subscription attached = Subscription.EMPTY;

    public WalletScreen(Desk desk, WalletModel model) {
        this.desk = desk;
        this.model = model;
        this.shop = new Shop(desk, model, this::pay);
        this.account = account();
        view.getStyleClass().add("screen");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        attached = Subscription.combine(
                shop.attached(),
                model.balanceProperty().subscribe(this::show),
                model.failureProperty().subscribe(this::failed));
        show();
        model.refresh();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
    }

    /// What was fetched before stays in front of the person, who is told that it may be old.
    private void failed(@Nullable Exception problem) {
        show();
        if (problem != null && model.balanceProperty().get() != null) {
            desk.toasts().warn(desk.messages().failure(problem));
        }
    }

    private void show() {
        var problem = model.failureProperty().get();
        if (model.balanceProperty().get() != null) {
            view.getChildren().setAll(account);
        } else if (problem == null) {
            view.getChildren().setAll(Placeholder.loading(desk.text("loading")));
        } else {
            var again = Controls.button(desk.text("again"), model::refresh);
            view.getChildren()
                    .setAll(Placeholder.saying(
                            Feather.ALERT_CIRCLE,
                            desk.text("failed.title"),
                            desk.messages().failure(problem),
                            again));
        }
    }

    private Node account() {
        var title = Controls.label(desk.text("pane.wallet"), "screen-title");
        var content = Controls.column("wallet", Controls.row("screen-head", title), standing(), shop, lists());
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        return scroll;
    }

    private HBox standing() {
        var credits = new Label();
        credits.setId("balance");
        credits.getStyleClass().add("balance-number");
        credits.textProperty().bind(told(balance -> desk.text("wallet.number", balance.creditBalance())));
        var held = Controls.label("", "balance-note");
        held.textProperty()
                .bind(told(balance -> balance.creditHeld() == 0
                        ? desk.text("wallet.balance.note")
                        : desk.text("wallet.held", balance.creditHeld())));
        var balance = Controls.column(
                "balance-card", Controls.label(desk.text("wallet.balance"), "balance-label"), credits, held);
        balance.getStyleClass().add("balance-accent");
        return Controls.row("standing", Controls.growing(balance), Controls.growing(membership()));
    }

    private VBox membership() {
        var name = Controls.label("", "membership-name");
        name.setId("membership");
        name.textProperty()
                .bind(told(balance -> balance.isMember()
                        ? desk.text("plan." + balance.membershipType())
                        : desk.text("wallet.membership.none")));
        var until = Controls.label("", "balance-note");
        until.textProperty().bind(told(this::until));
        var head = Controls.row(
                "membership-head",
                new FontIcon(Feather.AWARD),
                Controls.label(desk.text("wallet.membership"), "balance-label"));
        return Controls.column("balance-card", head, name, until);
    }

    private String until(Balance balance) {
        var end = balance.membershipEndDate();
        return balance.isMember() && end != null
                ? desk.text("wallet.membership.until", When.day(end))
                : desk.text("wallet.membership.why");
    }

    private StringBinding told(java.util.function.Function<Balance, String> words) {
        return Bindings.createStringBinding(
                () -> {
                    var balance = model.balanceProperty().get();
                    return balance == null ? "" : words.apply(balance);
                },
                model.balanceProperty());
    }

    private TabPane lists() {
        var ledger = new Ledger(desk);
        var transactions = new Tab(desk.text("wallet.transactions"), ledger.transactions(model.transactions()));
        var orders = new Tab(
                desk.text("wallet.orders"),
                ledger.orders(
                        model.orders(),
                        order -> pay(model.resume(order)),
                        order -> new OrderDialog(desk, order).open(model)));
        orders.setId("orders");
        var tabs = new TabPane(transactions, orders);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("lists");
        return tabs;
    }

    private void pay(Payment payment) {
        new PayDialog(desk, payment).open();
    }
}
