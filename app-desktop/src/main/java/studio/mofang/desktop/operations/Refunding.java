package studio.mofang.desktop.operations;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.ApiException;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.Sale;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Payments.RefundPreview;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// The refund of one order: what it would do, the refund itself, and what went back before.
public final class Refunding {
    private final Sale sale;
    private final Background background;
    private final Backend backend;
    private final Runnable onRefunded;
    private final ObservableList<Refund> refunds = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable RefundWish unanswered;
    private String key = "";

    Refunding(Sale sale, Background background, Backend backend, Runnable onRefunded) {
        this.sale = sale;
        this.background = background;
        this.backend = backend;
        this.onRefunded = onRefunded;
    }

    public Sale sale() {
        return sale;
    }

    /// Those of this order, newest first; also those that were refused.
    public ObservableList<Refund> refunds() {
        return refunds;
    }

    /// True from asking for the refund until its answer.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    public void look(Consumer<List<Refund>> onRefunds, Consumer<Exception> onFailure) {
        background.run(
                () -> backend.api().payments().refunds(sale.orderId()),
                all -> {
                    refunds.setAll(all);
                    onRefunds.accept(all);
                },
                onFailure);
    }

    /// What a refund would do now; without `amount`, of all that is left.
    public void preview(@Nullable Money amount, Consumer<RefundPreview> onPreview, Consumer<Exception> onFailure) {
        background.run(
                () -> {
                    var payments = backend.api().payments();
                    return amount == null
                            ? payments.refundPreview(sale.orderId())
                            : payments.refundPreview(sale.orderId(), amount);
                },
                onPreview,
                onFailure);
    }

    /// Sends the money. A wish that was never answered is asked for again under its key: it is one refund.
    public void refund(RefundWish wish, Consumer<Refund> onRefund, Consumer<Exception> onFailure) {
        if (!wish.equals(unanswered)) {
            key = UUID.randomUUID().toString();
        }
        unanswered = wish;
        busy.set(true);
        background.run(
                () -> backend.api().payments().refund(sale.orderId(), wish, key),
                refund -> {
                    unanswered = null;
                    ended();
                    onRefund.accept(refund);
                },
                problem -> {
                    unanswered = decided(problem) ? null : wish;
                    ended();
                    onFailure.accept(problem);
                });
    }

    private void ended() {
        busy.set(false);
        onRefunded.run();
    }

    private static boolean decided(Exception problem) {
        return problem instanceof ApiException refusal && !refusal.unanswered() && refusal.status() < 500;
    }
}
