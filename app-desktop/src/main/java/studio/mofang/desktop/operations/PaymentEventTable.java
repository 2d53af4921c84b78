package studio.mofang.desktop.operations;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.PaymentEvent;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Figures;
import studio.mofang.desktop.kit.When;

/// Money that came and was not credited as ordered, until somebody says that it is seen to.
final class PaymentEventTable {
    private final Desk desk;
    private final OperationsModel model;

    PaymentEventTable(Desk desk, OperationsModel model) {
        this.desk = desk;
        this.model = model;
    }

    TablePage<PaymentEvent> page() {
        return new TablePage<>(
                        desk,
                        model.paymentEvents(),
                        Controls.paragraph(desk.text("payments.about"), "field-hint"),
                        desk.text("payments.none"))
                .column(desk.text("column.reason"), 215, this::reason)
                .column(desk.text("column.order"), 215, PaymentEventTable::order)
                .column(desk.text("column.gateway"), 70, row -> quiet(provider(row)))
                .figures(desk.text("column.expected"), 100, row -> amount(row.expected()))
                .figures(desk.text("column.received"), 100, row -> amount(row.paid()))
                .column(desk.text("column.time"), 130, row -> quiet(When.minute(row.receivedAt())))
                .column("", 110, this::handle);
    }

    /// Where there are any, the tab says how many.
    void countOn(Tab tab) {
        model.paymentEvents()
                .pageProperty()
                .subscribe(page -> tab.setGraphic(page == null || page.total() == 0 ? null : count(page.total())));
    }

    private static Label count(long many) {
        var count = Controls.label(Figures.of(many), "urgent-count");
        count.setId("payments-count");
        return count;
    }

    private Node reason(PaymentEvent event) {
        var status = event.orderStatus();
        var why = Controls.label(desk.text("payments." + event.outcome()), "difference-what");
        return status == null
                ? why
                : Controls.column(
                        "ledger-texts", why, quiet(desk.text("payments.order", desk.text("order." + status))));
    }

    /// A signed callback may name any.
    private String provider(PaymentEvent event) {
        return desk.messages().textOr("method." + event.provider(), event.provider());
    }

    /// Ours and the provider's number: by the latter the money is found there.
    private static Node order(PaymentEvent event) {
        return Controls.column(
                "ledger-texts", Controls.label(event.orderId(), "ticket-code"), quiet(event.transactionId()));
    }

    private Node handle(PaymentEvent event) {
        var button = Controls.button(
                desk.text("payments.handle"),
                () -> new Question(desk)
                        .ask(
                                desk.text("payments.handle.title"),
                                desk.text("payments.handle.text"),
                                () -> model.handled(event, _ -> told(), this::failed)));
        button.setId("handle-" + event.id());
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        return button;
    }

    private void told() {
        desk.toasts().tell(desk.text("payments.handled"));
    }

    private void failed(Exception problem) {
        desk.toasts().warn(desk.messages().failure(problem));
    }

    private static Node amount(@Nullable Money money) {
        return money == null ? quiet("–") : Controls.label(Figures.yuan(money), "cell-text");
    }

    private static Label quiet(String words) {
        return Controls.label(words, "ledger-when");
    }
}
