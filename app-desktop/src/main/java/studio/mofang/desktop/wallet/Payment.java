package studio.mofang.desktop.wallet;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Payments.Order;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// One order being paid: asks about it every second until it is paid, closed, or nobody looks any more. The clock of
/// the order runs on its own, so a question without an answer does not stop it.
public final class Payment {
    static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final ObjectProperty<Order> order;
    private final ObjectProperty<Duration> left;
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final Background background;
    private final Backend backend;
    private final Runnable onSettled;
    private Delay.Waiting question = () -> {};
    private Delay.Waiting tick = () -> {};
    private final BooleanProperty cancelling = new SimpleBooleanProperty();
    private boolean watching;
    private boolean cancelled;

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

    /// The money arrived and the goods are given, be it after the order had been closed.
    public boolean paid() {
        return order.get().status().equals("paid") || order.get().status().equals("paid_late");
    }

    /// The money arrived after the order had been closed.
    public boolean late() {
        return order.get().status().equals("paid_late");
    }

    /// The person closed the order before its time.
    public boolean cancelled() {
        return cancelled;
    }

    /// True from asking to cancel until the answer.
    public ReadOnlyBooleanProperty cancellingProperty() {
        return cancelling;
    }

    /// Closes the order where it is to be paid; money that came first wins.
    public void cancel() {
        cancelling.set(true);
        background.run(
                () -> backend.api().payments().cancel(order.get().orderId()),
                now -> {
                    cancelling.set(false);
                    cancelled = now.status().equals("closed");
                    told(now);
                },
                problem -> {
                    cancelling.set(false);
                    failure.set(problem);
                });
    }

    /// The money arrived once, and went back.
    public boolean refunded() {
        return order.get().status().equals("refunded");
    }

    /// Too late to pay, though a payment may still be on its way.
    public boolean expired() {
        return left.get().isZero();
    }

    public void watch() {
        watching = true;
        askLater();
        tickLater();
    }

    public void lookAway() {
        watching = false;
        question.cancel();
        tick.cancel();
    }

    private void tickLater() {
        if (watching && open() && !expired()) {
            tick = background.after(TICK, this::tick);
        }
    }

    private void tick() {
        left.set(left(order.get()));
        tickLater();
    }

    private void askLater() {
        if (watching && open()) {
            question = background.after(BETWEEN_QUESTIONS, this::ask);
        }
    }

    private void ask() {
        background.run(() -> backend.api().payments().order(order.get().orderId()), this::told, problem -> {
            failure.set(problem);
            askLater();
        });
    }

    private void told(Order now) {
        if (!open()) {
            return; // Another answer was here first.
        }
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
