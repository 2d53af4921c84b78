package studio.mofang.desktop.operations;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Payments.RefundPreview;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.wallet.RefundBox;

/// Refunds an order in two steps: how much and why; then what that takes back and what it cannot, to be confirmed.
/// Above them stands what went back before.
final class RefundDialog extends VBox {
    private final Desk desk;
    private final Refunding refunding;
    private final VBox before = Controls.column("order-refunds");
    private final StackPane step = new StackPane(new ProgressIndicator());

    RefundDialog(Desk desk, Refunding refunding) {
        this.desk = desk;
        this.refunding = refunding;
        var sale = refunding.sale();
        getStyleClass().addAll("dialog", "refund-dialog");
        setId("refund-dialog");
        step.getStyleClass().add("refund-step");
        Controls.when(Bindings.isNotEmpty(before.getChildren()), before);
        getChildren()
                .addAll(
                        Controls.label(desk.text("refund.title"), "dialog-title"),
                        Controls.paragraph(
                                sale.orderId() + "  ·  " + sale.username() + "  ·  ¥ " + sale.amount(), "ledger-when"),
                        step,
                        before);
    }

    void open() {
        desk.overlay().ask(this);
        begin();
    }

    private void begin() {
        refunding.look(this::show, this::failed);
        refunding.preview(null, this::ask, this::failed);
    }

    private void show(List<Refund> refunds) {
        before.getChildren().clear();
        if (!refunds.isEmpty()) {
            before.getChildren().add(Controls.label(desk.text("order.refunds"), "box-title"));
            refunds.forEach(refund -> before.getChildren().add(new RefundBox(desk, refund)));
        }
    }

    private void ask(RefundPreview all) {
        step.getChildren()
                .setAll(new RefundForm(
                        desk,
                        all.refundable(),
                        (wish, form) -> refunding.preview(
                                wish.amount(),
                                preview -> confirm(wish, preview, form),
                                problem -> form.complain(desk.messages().failure(problem)))));
    }

    private void confirm(RefundWish wish, RefundPreview preview, Node form) {
        var summary = new RefundSummary(desk, refunding.sale(), preview);
        var back = Controls.button(
                desk.text("refund.back"), () -> step.getChildren().setAll(form));
        back.setId("refund-back");
        var sure = Controls.button(desk.text("refund.sure", preview.amount()), () -> refund(wish, summary));
        sure.setId("refund-sure");
        sure.getStyleClass().add(Styles.DANGER);
        sure.disableProperty().bind(refunding.busyProperty());
        back.disableProperty().bind(refunding.busyProperty());
        step.getChildren()
                .setAll(Controls.column(
                        "refund-confirm", summary, Controls.row("dialog-buttons", new Spacer(), back, sure)));
    }

    private void refund(RefundWish wish, RefundSummary summary) {
        refunding.refund(
                wish,
                refund -> {
                    desk.toasts().tell(desk.text("refund.told." + refund.status(), refund.amount()));
                    begin();
                },
                problem -> {
                    summary.complain(desk.messages().failure(problem));
                    refunding.look(this::show, this::failed);
                });
    }

    /// As when nothing is left to send back.
    private void failed(Exception problem) {
        var close = Controls.button(desk.text("close"), desk.overlay()::hide);
        close.setId("refund-close");
        close.setCancelButton(true);
        step.getChildren()
                .setAll(Controls.column(
                        "refund-confirm",
                        Controls.paragraph(desk.messages().failure(problem), "dialog-text"),
                        Controls.row("dialog-buttons", new Spacer(), close)));
    }
}
