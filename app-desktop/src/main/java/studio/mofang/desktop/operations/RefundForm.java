package studio.mofang.desktop.operations;

import atlantafx.base.controls.Spacer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// How much of an order goes back, and why.
final class RefundForm extends VBox {
    private static final String ALL = "all";
    private static final String PART = "part";

    private final Desk desk;
    private final Money refundable;
    private final BooleanProperty part = new SimpleBooleanProperty();
    private final TextField amount = new TextField();
    private final TextField reason = new TextField();
    private final Label complaint = Controls.paragraph("", "trouble");

    RefundForm(Desk desk, Money refundable, BiConsumer<RefundWish, RefundForm> onNext) {
        this.desk = desk;
        this.refundable = refundable;
        getStyleClass().add("refund-form");
        amount.setId("refund-amount");
        amount.setPromptText(refundable.toString());
        reason.setId("refund-reason");
        reason.setPromptText(desk.text("refund.reason.prompt"));
        complaint.setId("refund-complaint");
        Controls.when(complaint.textProperty().isNotEmpty(), complaint);
        var share = Choices.of("refund-", List.of(ALL, PART), this::named, chosen -> part.set(chosen.equals(PART)));
        var next =
                Controls.primary(desk.text("refund.next"), () -> wish().ifPresent(wish -> onNext.accept(wish, this)));
        next.setId("refund-next");
        next.setDefaultButton(true);
        var cancel = Controls.button(desk.text("cancel"), desk.overlay()::hide);
        cancel.setCancelButton(true);
        getChildren()
                .addAll(
                        share,
                        Controls.when(part, FormDialog.field(desk.text("refund.amount", refundable), amount)),
                        FormDialog.field(desk.text("refund.reason"), reason),
                        complaint,
                        Controls.row("dialog-buttons", new Spacer(), cancel, next));
    }

    void complain(String sentence) {
        complaint.setText(sentence);
    }

    private String named(String share) {
        return share.equals(ALL) ? desk.text("refund.all", refundable) : desk.text("refund.part");
    }

    /// Absent, and the form says why, when something is missing.
    private Optional<RefundWish> wish() {
        complain("");
        var why = reason.getText().strip();
        if (why.isEmpty()) {
            complain(desk.text("refund.reason.missing"));
            return Optional.empty();
        }
        if (!part.get()) {
            return Optional.of(new RefundWish(null, why));
        }
        var money = money(amount.getText());
        if (money == null || money.compareTo(Money.ZERO) <= 0 || money.compareTo(refundable) > 0) {
            complain(desk.text("refund.amount.wrong", refundable));
            return Optional.empty();
        }
        return Optional.of(new RefundWish(money, why));
    }

    private static @Nullable Money money(String text) {
        try {
            return Money.of(new BigDecimal(text.strip()));
        } catch (ArithmeticException | NumberFormatException _) {
            return null; // The form says that an amount is wanted.
        }
    }
}
