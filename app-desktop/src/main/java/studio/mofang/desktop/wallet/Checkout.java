package studio.mofang.desktop.wallet;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.CouponRule;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.core.Money;
import studio.mofang.core.Price;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The coupon of an order about to be placed: the best one of the user's own, unless they give a code or want none.
final class Checkout extends VBox {
    private final Desk desk;
    private final WalletModel model;
    private final Supplier<Optional<Price>> price;
    private final TextField code = new TextField();
    private final BooleanProperty wanted = new SimpleBooleanProperty(true);
    private final Label hint = Controls.label("", "checkout-hint");
    private final Button choice = Controls.button("", this::turn);

    /// `price` is what the order would cost, where that is known before the button is pressed.
    Checkout(Desk desk, WalletModel model, String id, Supplier<Optional<Price>> price) {
        this.desk = desk;
        this.model = model;
        this.price = price;
        getStyleClass().add("checkout");
        code.setId(id + "-code");
        code.setPromptText(desk.text("checkout.code"));
        hint.setId(id + "-hint");
        choice.setId(id + "-choice");
        choice.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        var row = Controls.row("checkout-row", new FontIcon(Feather.TAG), hint, new Spacer(), choice);
        getChildren().addAll(code, row);
        code.textProperty().addListener((_, _, _) -> update());
        update();
    }

    Subscription attached() {
        return Subscription.combine(model.coupons().subscribe(this::update), wanted.subscribe(_ -> update()));
    }

    BooleanProperty wantedProperty() {
        return wanted;
    }

    TextField codeField() {
        return code;
    }

    /// What an order at this price is placed with.
    Optional<String> code(Price of, boolean byBalance) {
        if (!code.getText().isBlank()) {
            return Optional.of(code.getText().strip());
        }
        return best(of, byBalance).map(Mine::code);
    }

    /// The coupon that an order at this price would use without anybody's typing one.
    Optional<Mine> best(Price of, boolean byBalance) {
        return wanted.get() && code.getText().isBlank() ? model.best(of, byBalance) : Optional.empty();
    }

    void update() {
        boolean typed = !code.getText().isBlank();
        var best = price.get().flatMap(of -> model.best(of, false).map(coupon -> told(coupon, of)));
        hint.setText(typed ? desk.text("checkout.typed") : wanted.get() ? best.orElseGet(this::general) : skipped());
        choice.setText(wanted.get() ? desk.text("checkout.skip") : desk.text("checkout.use"));
        boolean any = !typed
                && (best.isPresent()
                        || (price.get().isEmpty() && !model.coupons().isEmpty()));
        choice.setVisible(any);
        choice.setManaged(any);
    }

    private String told(Mine coupon, Price of) {
        long worth = CouponRule.of(coupon).worth(of);
        return desk.text("checkout.best", coupon.name(), new Money(worth).toString());
    }

    private String general() {
        return price.get().isEmpty() && !model.coupons().isEmpty()
                ? desk.text("checkout.auto")
                : desk.text("checkout.none");
    }

    private String skipped() {
        return desk.text("checkout.skipped");
    }

    private void turn() {
        wanted.set(!wanted.get());
        update();
    }
}
