package studio.mofang.desktop.wallet;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Payments.Order;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// One order being paid: asks about it every second until it is paid, closed, or nobody looks any more.
public final class Payment {
    static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    private final ObjectProperty<Order> order;
    private final ObjectProperty<Duration> left;
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final Background background;
    private final Backend backend;
    private final Runnable onSettled;
    private Delay.@Nullable Waiting next;
    private boolean watching;

    Payment(Order order, Background background, Backend backend, Runnable onSettled) {
        this.order = new SimpleObjectProperty<>(order);
        this.left = new SimpleObjectProperty<>(left(order));
        this.background = background;
        this.backend = backend;
        this.onSettled = onSettled;
    }

    public ReadOnlyObjectProperty<Order> orderProperty() {
        return order;
    }

    /// How long the order stays open; never negative.
    public ReadOnlyObjectProperty<Duration> leftProperty() {
        return left;
    }

    /// Why the last question got no answer; asking goes on.
    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    public boolean open() {
        return order.get().status().equals("pending");
    }

    public boolean paid() {
        return order.get().status().equals("paid");
    }

    public void watch() {
        watching = true;
        askLater();
    }

    public void lookAway() {
        watching = false;
        if (next != null) {
            next.cancel();
        }
    }

    private void askLater() {
        if (watching && open()) {
            next = background.after(BETWEEN_QUESTIONS, this::ask);
        }
    }

    private void ask() {
        left.set(left(order.get()));
        background.run(() -> backend.api().payments().order(order.get().orderId()), this::told, problem -> {
            failure.set(problem);
            askLater();
        });
    }

    private void told(Order now) {
        failure.set(null);
        order.set(now);
        if (open()) {
            askLater();
        } else {
            onSettled.run();
        }
    }

    private static Duration left(Order order) {
        var left = Duration.between(Instant.now(), order.expiresAt());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
