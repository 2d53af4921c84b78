package studio.mofang.desktop.operations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Coupons;
import studio.mofang.core.Money;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The dialog that makes a coupon.
final class CouponForm extends StackPane {
    private static final List<String> TYPES = List.of("discount", "deduction", "credit_bonus");

    private final Desk desk;
    private final OperationsModel model;
    private final FormDialog dialog;
    private final TextField code = field("coupon-code", "DISCOUNT10");
    private final TextField name = field("coupon-name", "");
    private final TextField worth = field("coupon-value", "10");
    private final Label worthName = Controls.label("", "field-label");
    private final TextField least = field("coupon-least", "0");
    private final TextField uses = field("coupon-uses", "");
    private final CheckBox listed = new CheckBox();
    private final Span span;
    private String type = TYPES.getFirst();

    CouponForm(Desk desk, OperationsModel model) {
        this.desk = desk;
        this.model = model;
        this.span = new Span(desk);
        name.setPromptText(desk.text("form.coupon.name.prompt"));
        uses.setPromptText(desk.text("form.uses.prompt"));
        listed.setText(desk.text("form.listed"));
        listed.setSelected(true);
        choose(type);
        dialog = new FormDialog(desk, desk.text("operations.coupon.new"));
        dialog.with(
                        Choices.of("coupon-type-", TYPES, one -> desk.text("coupon.type." + one), this::choose),
                        FormDialog.pair(
                                FormDialog.field(desk.text("form.code"), code),
                                FormDialog.field(desk.text("form.name"), name)),
                        FormDialog.pair(
                                Controls.column("field", worthName, worth),
                                FormDialog.field(desk.text("form.least"), least)),
                        FormDialog.field(desk.text("form.uses"), uses),
                        span.fields(),
                        listed)
                .ending("coupon-create", this::create);
        getChildren().add(dialog);
    }

    private void choose(String chosen) {
        type = chosen;
        worthName.setText(desk.text("form.worth." + chosen));
    }

    private void create() {
        draft().ifPresentOrElse(
                        draft -> model.create(
                                draft,
                                made -> {
                                    desk.overlay().hide();
                                    desk.toasts().tell(desk.text("operations.coupon.made", made.code()));
                                },
                                problem -> dialog.complain(desk.messages().failure(problem))),
                        () -> dialog.complain(desk.text("form.incomplete")));
    }

    private Optional<Coupons.Draft> draft() {
        var value = FormDialog.number(worth);
        var minimum = least.getText().isBlank() ? Optional.of(BigDecimal.ZERO) : FormDialog.number(least);
        boolean counted = uses.getText().isBlank() || FormDialog.whole(uses).isPresent();
        if (code.getText().isBlank() || name.getText().isBlank() || value.isEmpty() || !counted) {
            return Optional.empty();
        }
        return minimum.flatMap(CouponForm::money).flatMap(money -> draft(value.get(), money));
    }

    private Optional<Coupons.Draft> draft(BigDecimal value, Money minimum) {
        @Nullable Long most = FormDialog.whole(uses).orElse(null);
        return span.start()
                .flatMap(start -> span.end()
                        .map(end -> new Coupons.Draft(
                                code.getText().strip(),
                                name.getText().strip(),
                                type,
                                value,
                                minimum,
                                most,
                                start,
                                end,
                                listed.isSelected())));
    }

    private static Optional<Money> money(BigDecimal yuan) {
        try {
            return Optional.of(Money.of(yuan));
        } catch (ArithmeticException _) {
            return Optional.empty(); // More than two decimals: the form asks for an amount.
        }
    }

    private static TextField field(String id, String example) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(example);
        return field;
    }
}
