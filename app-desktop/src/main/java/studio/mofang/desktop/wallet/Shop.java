package studio.mofang.desktop.wallet;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.CouponRule;
import studio.mofang.core.Money;
import studio.mofang.core.Plan;
import studio.mofang.core.Price;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The two things to buy: credits by the yuan, and memberships.
final class Shop extends HBox {
    private static final List<Long> AMOUNTS = List.of(10L, 30L, 50L, 100L, 300L);
    private static final int CREDITS_PER_YUAN = 10;
    private static final String BALANCE = "balance";
    private static final long FEN_PER_CREDIT = 10;
    private static final long MOST_YUAN = 50_000;

    private final Desk desk;
    private final WalletModel model;
    private final Consumer<Payment> onOrder;
    private final TextField amount = new TextField("30");
    private final ToggleGroup method = new ToggleGroup();
    private final Map<Plan, Label> payables = new EnumMap<>(Plan.class);
    private final Map<Plan, Button> exchanges = new EnumMap<>(Plan.class);
    private final Checkout rechargeCoupon;
    private final Checkout memberCoupon;

    Shop(Desk desk, WalletModel model, Consumer<Payment> onOrder) {
        this.desk = desk;
        this.model = model;
        this.onOrder = onOrder;
        rechargeCoupon = new Checkout(desk, model, "recharge-coupon", this::rechargePrice);
        memberCoupon = new Checkout(desk, model, "member-coupon", Optional::empty);
        amount.textProperty().subscribe(rechargeCoupon::update);
        getStyleClass().add("shop");
        getChildren().addAll(Controls.growing(recharge()), Controls.growing(memberships()));
    }

    /// While the wallet is in front.
    Subscription attached() {
        return Subscription.combine(
                rechargeCoupon.attached(),
                memberCoupon.attached(),
                model.coupons().subscribe(this::reprice),
                memberCoupon.wantedProperty().subscribe(_ -> reprice()),
                memberCoupon.codeField().textProperty().subscribe(_ -> reprice()));
    }

    private Optional<Price> rechargePrice() {
        return yuan().stream()
                .filter(yuan -> yuan > 0)
                .mapToObj(yuan -> Price.of(Money.yuan(yuan)))
                .findFirst();
    }

    private VBox recharge() {
        var choices = new FlowPane();
        choices.getStyleClass().add("amounts");
        var group = new ToggleGroup();
        AMOUNTS.forEach(yuan -> choices.getChildren().add(choice(group, yuan)));
        amount.setId("amount");
        amount.setTextFormatter(new TextFormatter<>(Shop::digitsOnly));
        var worth = Controls.label("", "field-hint");
        amount.textProperty()
                .subscribe(_ -> worth.setText(desk.text("wallet.worth", yuan().orElse(0) * CREDITS_PER_YUAN)));
        var pay = Controls.primary(desk.text("wallet.recharge"), this::order);
        pay.setId("recharge");
        pay.setGraphic(new FontIcon(Feather.SMARTPHONE));
        pay.setMaxWidth(Double.MAX_VALUE);
        pay.getStyleClass().add("wide");
        pay.disableProperty().bind(model.buyingProperty());
        var entry = Controls.row("amount-row", Controls.label("¥", "amount-sign"), amount, worth);
        return Controls.column(
                "box",
                Controls.label(desk.text("wallet.recharge.title"), "box-title"),
                choices,
                entry,
                methods(),
                rechargeCoupon,
                pay);
    }

    private static TextFormatter.Change digitsOnly(TextFormatter.Change change) {
        if (!change.getControlNewText().matches("\\d{0,5}")) {
            change.setText("");
            change.setRange(change.getControlCaretPosition(), change.getControlCaretPosition());
        }
        return change;
    }

    private ToggleButton choice(ToggleGroup group, long yuan) {
        var choice = new ToggleButton("¥ " + yuan);
        choice.setId("amount-" + yuan);
        choice.getStyleClass().add("chip");
        choice.setToggleGroup(group);
        choice.setOnAction(_ -> amount.setText(String.valueOf(yuan)));
        amount.textProperty().subscribe(text -> choice.setSelected(text.equals(String.valueOf(yuan))));
        return choice;
    }

    private HBox methods() {
        var alipay = method("alipay");
        alipay.setSelected(true);
        var methods = Controls.row("segments", alipay, method("wechat"));
        methods.setMaxWidth(USE_PREF_SIZE);
        return methods;
    }

    private ToggleButton method(String name) {
        var button = new ToggleButton(desk.text("wallet.method." + name));
        button.setUserData(name);
        button.getStyleClass().add("segment");
        button.setToggleGroup(method);
        button.setOnAction(_ -> button.setSelected(true));
        return button;
    }

    private void order() {
        var yuan = yuan();
        if (yuan.isEmpty() || yuan.getAsLong() < 1 || yuan.getAsLong() > MOST_YUAN) {
            desk.toasts().warn(desk.text("wallet.amount.wrong"));
            amount.requestFocus();
            return;
        }
        var money = Money.yuan(yuan.getAsLong());
        model.recharge(money, chosenMethod(), rechargeCoupon.code(Price.of(money), false), onOrder, this::failed);
    }

    private OptionalLong yuan() {
        var text = amount.getText();
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    private String chosenMethod() {
        return String.valueOf((@Nullable Object) method.getSelectedToggle().getUserData());
    }

    private VBox memberships() {
        var plans = new HBox();
        plans.getStyleClass().add("plans");
        for (var plan : Plan.values()) {
            plans.getChildren().add(Controls.growing(plan(plan)));
        }
        return Controls.column(
                "box",
                Controls.label(desk.text("wallet.membership.title"), "box-title"),
                Controls.paragraph(desk.text("wallet.membership.hint"), "field-hint"),
                plans,
                memberCoupon);
    }

    private VBox plan(Plan plan) {
        var buy = Controls.button(desk.text("wallet.buy"), () -> buy(plan, chosenMethod()));
        buy.setId("buy-" + plan.type());
        if (plan == Plan.YEARLY) {
            buy.getStyleClass().add(Styles.ACCENT);
        }
        var credits = byBalance(plan);
        buy.setMaxWidth(Double.MAX_VALUE);
        buy.disableProperty().bind(model.buyingProperty());
        var box = Controls.column(
                "plan",
                Controls.label(desk.text("plan." + plan.type()), "plan-name"),
                Controls.label("¥ " + plan.price(), "plan-price"),
                payable(plan),
                buy,
                credits);
        box.setAlignment(Pos.TOP_CENTER);
        return box;
    }

    private Label payable(Plan plan) {
        var label = Controls.label("", "plan-coupon");
        label.setId("payable-" + plan.type());
        payables.put(plan, label);
        return label;
    }

    /// What is left to pay with what runs and with the best coupon; nothing where that is the price.
    private void reprice() {
        payables.forEach((plan, label) -> {
            var after = payable(plan, false);
            label.setText(
                    after.saving().fen() == 0
                            ? ""
                            : desk.text("checkout.price", after.payable().toString()));
        });
        exchanges.forEach((plan, button) -> {
            long credits = Math.ceilDiv(payable(plan, true).payable().fen(), FEN_PER_CREDIT);
            button.setText(desk.text("wallet.buy.balance", credits));
        });
    }

    private Price payable(Plan plan, boolean byBalance) {
        var price = model.price(plan);
        return memberCoupon
                .best(price, byBalance)
                .map(coupon -> CouponRule.of(coupon).applied(price))
                .orElse(price);
    }

    private void buy(Plan plan, String paidBy) {
        var coupon = memberCoupon.code(model.price(plan), paidBy.equals(BALANCE));
        model.buy(plan, paidBy, coupon, onOrder, this::failed);
    }

    private Button byBalance(Plan plan) {
        var pay = Controls.button(desk.text("wallet.buy.balance", plan.credits()), () -> buy(plan, BALANCE));
        pay.setId("buy-balance-" + plan.type());
        exchanges.put(plan, pay);
        pay.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        pay.disableProperty().bind(model.buyingProperty());
        return pay;
    }

    private void failed(Exception problem) {
        desk.toasts().warn(desk.messages().failure(problem));
    }
}
