package studio.mofang.desktop.operations;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Activities;
import studio.mofang.core.Activities.Activity;
import studio.mofang.core.Coupons;
import studio.mofang.core.Coupons.Coupon;
import studio.mofang.core.Operations.Sale;
import studio.mofang.core.Operations.User;
import studio.mofang.core.Operations.UserChange;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Figures;
import studio.mofang.desktop.kit.When;
import studio.mofang.desktop.marketing.Benefits;

/// The tables of what is offered, of users and of orders: what their columns show and what can be done with a row.
final class TablePages {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Desk desk;
    private final OperationsModel model;

    TablePages(Desk desk, OperationsModel model) {
        this.desk = desk;
        this.model = model;
    }

    TablePage<Activity> activities() {
        var create = Controls.button(
                desk.text("operations.activity.new"),
                Feather.PLUS,
                () -> desk.overlay().ask(new ActivityForm(desk, model)));
        create.setId("activity-new");
        create.getStyleClass().add(Styles.ACCENT);
        var filter = filter(model.activities(), "activity-", Activities.ACTIVE, Activities.UPCOMING, Activities.ENDED);
        return new TablePage<>(
                        desk,
                        model.activities(),
                        TablePage.bar(filter, new Spacer(), create),
                        desk.text("operations.activities.none"))
                .column(desk.text("column.name"), 220, row -> text(row.name()))
                .column(desk.text("column.type"), 110, row -> quiet(desk.text("activity." + row.type())))
                .column(desk.text("column.benefit"), 230, row -> text(Benefits.of(desk, row.type(), row.config())))
                .column(desk.text("column.period"), 190, row -> period(row.startTime(), row.endTime()))
                .column(desk.text("column.status"), 80, row -> state(row.status()))
                .column(
                        "",
                        80,
                        row -> ending(row.status(), row.name(), () -> model.end(row, this::ended, this::failed)));
    }

    TablePage<Coupon> coupons() {
        var create = Controls.button(
                desk.text("operations.coupon.new"),
                Feather.PLUS,
                () -> desk.overlay().ask(new CouponForm(desk, model)));
        create.setId("coupon-new");
        create.getStyleClass().add(Styles.ACCENT);
        var filter =
                filter(model.coupons(), "coupon-", Coupons.ACTIVE, Coupons.UPCOMING, Coupons.USED_UP, Coupons.ENDED);
        return new TablePage<>(
                        desk,
                        model.coupons(),
                        TablePage.bar(filter, new Spacer(), create),
                        desk.text("operations.coupons.none"))
                .column(desk.text("column.code"), 130, row -> Controls.label(row.code(), "ticket-code"))
                .column(desk.text("column.name"), 150, row -> text(row.name()))
                .column(desk.text("column.benefit"), 170, row -> text(worth(row)))
                .figures(desk.text("column.usage"), 90, row -> text(usage(row)))
                .column(desk.text("column.period"), 190, row -> period(row.validFrom(), row.validUntil()))
                .column(desk.text("column.status"), 80, row -> state(row.status()))
                .column(
                        "",
                        80,
                        row -> ending(row.status(), row.code(), () -> model.end(row, this::ended, this::failed)));
    }

    TablePage<User> users() {
        return new TablePage<>(
                        desk,
                        model.users(),
                        TablePage.bar(search(model.users(), "users-search", desk.text("operations.users.search"))),
                        desk.text("operations.users.none"))
                .column(desk.text("column.user"), 160, row -> text(row.username()))
                .column(desk.text("column.email"), 200, row -> quiet(row.email()))
                .figures(desk.text("column.balance"), 90, row -> text(Figures.of(row.creditBalance())))
                .column(desk.text("column.member"), 120, this::member)
                .figures(desk.text("column.paid"), 110, row -> text(Figures.yuan(row.totalPaid())))
                .column(desk.text("column.since"), 100, row -> quiet(When.day(row.createdAt())))
                .column("", 190, this::actions);
    }

    TablePage<Sale> orders() {
        var filter = filter(model.orders(), "order-", "pending", "paid", "paid_late", "closed", "refunded");
        var search = search(model.orders(), "orders-search", desk.text("operations.orders.search"));
        return new TablePage<>(
                        desk,
                        model.orders(),
                        TablePage.bar(filter, new Spacer(), search),
                        desk.text("operations.orders.none"))
                .column(desk.text("column.order"), 200, row -> Controls.label(row.orderId(), "ticket-code"))
                .column(desk.text("column.user"), 110, row -> text(row.username()))
                .column(desk.text("column.goods"), 110, this::goods)
                .figures(desk.text("column.amount"), 130, this::amount)
                .column(desk.text("column.method"), 70, row -> quiet(desk.text("method." + row.paymentMethod())))
                .column(desk.text("column.created"), 140, row -> quiet(When.minute(row.createdAt())))
                .column(desk.text("column.status"), 80, row -> state(row.status()))
                .column("", 90, this::refund);
    }

    private Node refund(Sale sale) {
        var name = sale.status().equals("refunded") ? desk.text("refund.history") : desk.text("refund.open");
        var button = plain(name, () -> new RefundDialog(desk, model.refunding(sale)).open());
        button.setId("refund-" + sale.orderId());
        return Controls.when(new SimpleBooleanProperty(sale.paidAt() != null), button);
    }

    private HBox filter(Listing<?> listing, String id, String... statuses) {
        var group = new ToggleGroup();
        var choices = Controls.row("segments");
        choices.getChildren().add(choice(listing, group, id, ""));
        for (var status : List.of(statuses)) {
            choices.getChildren().add(choice(listing, group, id, status));
        }
        return choices;
    }

    private ToggleButton choice(Listing<?> listing, ToggleGroup group, String id, String status) {
        var choice = new ToggleButton(status.isEmpty() ? desk.text("operations.all") : stateWord(status));
        choice.setId(id + (status.isEmpty() ? "all" : status));
        choice.getStyleClass().add("segment");
        choice.setToggleGroup(group);
        choice.setSelected(listing.statusProperty().get().equals(status));
        choice.setOnAction(_ -> {
            choice.setSelected(true);
            listing.statusProperty().set(status);
        });
        return choice;
    }

    /// Asks once the person pauses, not at every key.
    private static Node search(Listing<?> listing, String id, String prompt) {
        var field = new CustomTextField(listing.searchProperty().get());
        field.setId(id);
        field.setPromptText(prompt);
        field.getStyleClass().add("search");
        field.setLeft(new FontIcon(Feather.SEARCH));
        var pause = new PauseTransition(javafx.util.Duration.millis(PAUSE.toMillis()));
        pause.setOnFinished(_ -> listing.searchProperty().set(field.getText()));
        field.textProperty().addListener((_, _, _) -> pause.playFromStart());
        return field;
    }

    private Node ending(String status, String name, Runnable end) {
        var button = Controls.button(
                desk.text("operations.end"),
                () -> new Question(desk)
                        .ask(desk.text("operations.end.title", name), desk.text("operations.end.text"), end));
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        return Controls.when(new SimpleBooleanProperty(!status.equals(Coupons.ENDED)), button);
    }

    private Node actions(User user) {
        var admin = user.role().equals("admin");
        var role = act(
                admin ? desk.text("operations.demote") : desk.text("operations.promote"),
                desk.text("operations.role.title", user.username()),
                admin ? desk.text("operations.demote.text") : desk.text("operations.promote.text"),
                () -> change(user, new UserChange(admin ? "user" : "admin", null)));
        var ban = user.disabled()
                ? plain(desk.text("operations.enable"), () -> change(user, new UserChange(null, false)))
                : act(
                        desk.text("operations.disable"),
                        desk.text("operations.disable.title", user.username()),
                        desk.text("operations.disable.text"),
                        () -> change(user, new UserChange(null, true)));
        return Controls.row("table-actions", role, ban);
    }

    private Button act(String name, String title, String text, Runnable action) {
        return plain(name, () -> new Question(desk).ask(title, text, action));
    }

    private static Button plain(String name, Runnable action) {
        var button = Controls.button(name, action);
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        return button;
    }

    private void change(User user, UserChange change) {
        Consumer<User> told = changed -> desk.toasts().tell(desk.text("operations.changed", changed.username()));
        model.change(user, change, told, this::failed);
    }

    private Node member(User user) {
        var end = user.membershipEndDate();
        return user.isMember() && end != null
                ? text(desk.text("operations.until", When.day(end)))
                : quiet(desk.text("operations.no"));
    }

    private Node goods(Sale sale) {
        var plan = sale.membershipType();
        if (plan != null) {
            return text(desk.text("plan." + plan));
        }
        long credits = sale.credits() == null ? 0 : sale.credits();
        return text(desk.text("pay.credits", credits));
    }

    private Node amount(Sale sale) {
        var paid = text(Figures.yuan(sale.amount()));
        return sale.amount().equals(sale.originalAmount())
                ? paid
                : Controls.row("amounts-paid", Controls.label(Figures.amount(sale.originalAmount()), "struck"), paid);
    }

    private String worth(Coupon coupon) {
        return Benefits.ofCoupon(desk, coupon.type(), coupon.value()) + " · "
                + Benefits.least(desk, coupon.minAmount());
    }

    private static String usage(Coupon coupon) {
        return Figures.of(coupon.usage()) + " / " + (coupon.maxUsage() == null ? "∞" : Figures.of(coupon.maxUsage()));
    }

    private static Node period(java.time.Instant from, java.time.Instant until) {
        return quiet(When.day(from) + " – " + When.day(until));
    }

    private Node state(String status) {
        return Controls.label(stateWord(status), "state", "state-" + status);
    }

    private String stateWord(String status) {
        return desk.messages().textOr("order." + status, desk.messages().textOr("state." + status, status));
    }

    private static Node text(String words) {
        return Controls.label(words, "cell-text");
    }

    private static Node quiet(String words) {
        return Controls.label(words, "ledger-when");
    }

    private void ended(Object row) {
        desk.toasts().tell(desk.text("operations.ended"));
    }

    private void failed(Exception problem) {
        desk.toasts().warn(desk.messages().failure(problem));
    }
}
