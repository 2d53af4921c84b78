package studio.mofang.desktop.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Activities;
import studio.mofang.core.Activities.Activity;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Coupons;
import studio.mofang.core.Coupons.Coupon;
import studio.mofang.core.Operations.PaymentEvent;
import studio.mofang.core.Operations.Sale;
import studio.mofang.core.Operations.Statistics;
import studio.mofang.core.Operations.User;
import studio.mofang.core.Operations.UserChange;
import studio.mofang.core.Statements.Statement;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// What an operator sees and does. Every call is refused by the server unless an admin asks.
public final class OperationsModel {
    private static final int USUAL_DAYS = 30;

    private final ObjectProperty<@Nullable Statistics> statistics = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final IntegerProperty days = new SimpleIntegerProperty(USUAL_DAYS);
    private final Background background;
    private final Backend backend;
    private final Listing<Activity> activities;
    private final Listing<Coupon> coupons;
    private final Listing<User> users;
    private final Listing<Sale> orders;
    private final Listing<Statement> statements;
    private final Listing<PaymentEvent> paymentEvents;

    public OperationsModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
        activities = new Listing<>(
                background, (_, status, page) -> api().activities().activities(status, page, Listing.SIZE));
        coupons = new Listing<>(background, (_, status, page) -> api().coupons().coupons(status, page, Listing.SIZE));
        users = new Listing<>(background, (search, _, page) -> api().desk().users(search, page, Listing.SIZE));
        orders = new Listing<>(
                background, (search, status, page) -> api().desk().orders(search, status, page, Listing.SIZE));
        statements = new Listing<>(background, (_, _, page) -> api().desk().statements(page, Listing.SIZE));
        paymentEvents = new Listing<>(background, (_, _, page) -> api().desk().paymentEvents(page, Listing.SIZE));
        days.addListener((_, _, _) -> refresh());
    }

    /// Absent until it was fetched; kept when a later fetch fails.
    public ReadOnlyObjectProperty<@Nullable Statistics> statisticsProperty() {
        return statistics;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// How many days up to today the statistics show.
    public IntegerProperty daysProperty() {
        return days;
    }

    public Listing<Activity> activities() {
        return activities;
    }

    public Listing<Coupon> coupons() {
        return coupons;
    }

    public Listing<User> users() {
        return users;
    }

    public Listing<Sale> orders() {
        return orders;
    }

    public Listing<Statement> statements() {
        return statements;
    }

    /// The payments that somebody has to see to.
    public Listing<PaymentEvent> paymentEvents() {
        return paymentEvents;
    }

    /// The statistics; the lists have their own.
    public void refresh() {
        int wanted = days.get();
        background.run(
                () -> api().desk().statistics(start(wanted), today()),
                fetched -> {
                    failure.set(null);
                    statistics.set(fetched);
                },
                failure::set);
    }

    public void export(Path file, Runnable onSuccess, Consumer<Exception> onFailure) {
        int wanted = days.get();
        background.run(
                () -> Files.write(file, api().desk().statisticsCsv(start(wanted), today())),
                _ -> onSuccess.run(),
                onFailure);
    }

    public void create(Activities.Draft draft, Consumer<Activity> onSuccess, Consumer<Exception> onFailure) {
        activities.change(() -> api().activities().create(draft), onSuccess, onFailure);
    }

    public void create(Coupons.Draft draft, Consumer<Coupon> onSuccess, Consumer<Exception> onFailure) {
        coupons.change(() -> api().coupons().create(draft), onSuccess, onFailure);
    }

    public void end(Activity activity, Consumer<Activity> onSuccess, Consumer<Exception> onFailure) {
        activities.change(() -> api().activities().end(activity.id()), onSuccess, onFailure);
    }

    public void end(Coupon coupon, Consumer<Coupon> onSuccess, Consumer<Exception> onFailure) {
        coupons.change(() -> api().coupons().end(coupon.id()), onSuccess, onFailure);
    }

    public void change(User user, UserChange change, Consumer<User> onSuccess, Consumer<Exception> onFailure) {
        users.change(() -> api().desk().change(user.id(), change), onSuccess, onFailure);
    }

    /// The refund of an order, to be prepared and made.
    public Refunding refunding(Sale sale) {
        return new Refunding(sale, background, backend, orders::refresh);
    }

    public void compare(Statement statement, Consumer<Statement> onSuccess, Consumer<Exception> onFailure) {
        statements.change(
                () -> api().desk().compareStatement(statement.gateway(), statement.billDate()), onSuccess, onFailure);
    }

    /// Somebody has seen to it.
    public void handled(PaymentEvent event, Consumer<PaymentEvent> onSuccess, Consumer<Exception> onFailure) {
        paymentEvents.change(
                () -> {
                    api().desk().handled(event);
                    return event;
                },
                onSuccess,
                onFailure);
    }

    private Backend.Operation api() throws Exception {
        return backend.api().operation();
    }

    static LocalDate today() {
        return BeijingTime.date(Instant.now());
    }

    private static LocalDate start(int days) {
        return today().minusDays(days - 1L);
    }
}
