package studio.mofang.desktop.marketing;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Coupons;
import studio.mofang.core.Coupons.Coupon;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.When;
import studio.mofang.desktop.marketing.MarketingModel.Offers;

/// Coupons to claim, and the creator's own by where they stand.
final class CouponPage extends VBox {
    private static final List<String> STATUSES =
            List.of(Coupons.UNUSED, Coupons.RESERVED, Coupons.USED, Coupons.EXPIRED);

    private final Desk desk;
    private final MarketingModel model;
    private final List<Mine> mine;
    private final VBox own = new VBox();

    CouponPage(Desk desk, MarketingModel model, Offers offers) {
        this.desk = desk;
        this.model = model;
        this.mine = offers.mine();
        getStyleClass().add("offers");
        own.getStyleClass().add("offers-own");
        var open = offers.coupons().stream().filter(coupon -> !coupon.mine()).toList();
        getChildren().addAll(title(desk.text("coupon.claimable")), claimable(open), title(desk.text("coupon.mine")));
        getChildren().addAll(choices(), own);
        show(Coupons.UNUSED);
    }

    private Node claimable(List<Coupon> coupons) {
        return coupons.isEmpty()
                ? Controls.paragraph(desk.text("coupon.claimable.none"), "field-hint")
                : Pairs.of(coupons.stream().map(this::ticket).toList());
    }

    private Node ticket(Coupon coupon) {
        var claim = Controls.button(desk.text("coupon.claim"), () -> {});
        claim.setId("claim-" + coupon.id());
        claim.getStyleClass().add(Styles.ACCENT);
        claim.setOnAction(_ -> claim(coupon, claim));
        var worth = Benefits.ofCoupon(desk, coupon.type(), coupon.value());
        var until = desk.text("coupon.until", When.day(coupon.validUntil()));
        return new Ticket(
                desk, coupon.type(), worth, coupon.name(), Benefits.least(desk, coupon.minAmount()), until, claim);
    }

    private void claim(Coupon coupon, Button claim) {
        claim.setDisable(true);
        model.claim(
                coupon,
                claimed -> desk.toasts().tell(desk.text("coupon.claimed", claimed.name())),
                problem -> desk.toasts().warn(desk.messages().failure(problem)));
    }

    private HBox choices() {
        var group = new ToggleGroup();
        var choices = Controls.row("segments");
        choices.setMaxWidth(USE_PREF_SIZE);
        for (var status : STATUSES) {
            long count =
                    mine.stream().filter(one -> one.status().equals(status)).count();
            var choice = new ToggleButton(desk.text("coupon.status." + status) + "  " + count);
            choice.setId("mine-" + status);
            choice.getStyleClass().add("segment");
            choice.setToggleGroup(group);
            choice.setSelected(status.equals(Coupons.UNUSED));
            choice.setOnAction(_ -> {
                choice.setSelected(true);
                show(status);
            });
            choices.getChildren().add(choice);
        }
        return choices;
    }

    private void show(String status) {
        var tickets = mine.stream()
                .filter(one -> one.status().equals(status))
                .map(this::ticket)
                .toList();
        own.getChildren()
                .setAll(
                        tickets.isEmpty()
                                ? Placeholder.saying(
                                        Feather.TAG, desk.text("coupon.none"), desk.text("coupon.none." + status))
                                : Pairs.of(tickets));
    }

    private Node ticket(Mine coupon) {
        var order = coupon.orderId();
        var foot = order == null
                ? desk.text("coupon.until", When.day(coupon.validUntil()))
                : desk.text("coupon.order", order);
        var ticket = new Ticket(
                desk,
                coupon.type(),
                Benefits.ofCoupon(desk, coupon.type(), coupon.value()),
                coupon.name(),
                Benefits.least(desk, coupon.minAmount()),
                foot,
                Controls.label(coupon.code(), "ticket-code"));
        if (coupon.status().equals(Coupons.USED) || coupon.status().equals(Coupons.EXPIRED)) {
            ticket.getStyleClass().add("ticket-gone");
        }
        return ticket;
    }

    private static Node title(String words) {
        return Controls.label(words, "box-title");
    }
}
