package studio.mofang.desktop.marketing;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Activities;
import studio.mofang.core.Activities.Activity;
import studio.mofang.core.Activities.Participation;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.When;
import studio.mofang.desktop.marketing.MarketingModel.Offers;

/// Activities that run or will, and what the creator took part in.
final class ActivityPage extends VBox {
    private static final Map<String, Feather> ICONS = Map.of(
            "credit_gift", Feather.GIFT,
            "membership_discount", Feather.AWARD,
            "first_purchase", Feather.SHOPPING_BAG,
            "referral_bonus", Feather.USERS);

    private final Desk desk;
    private final MarketingModel model;

    ActivityPage(Desk desk, MarketingModel model, Offers offers) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("offers");
        if (offers.activities().isEmpty()) {
            getChildren()
                    .add(Placeholder.saying(
                            Feather.GIFT,
                            desk.text("marketing.activities.none"),
                            desk.text("marketing.activities.none.text")));
        } else {
            getChildren()
                    .add(Pairs.of(offers.activities().stream().map(this::card).toList()));
        }
        if (!offers.participations().isEmpty()) {
            getChildren().add(joined(offers.participations()));
        }
    }

    private Node card(Activity activity) {
        var mark = new StackPane(new FontIcon(ICONS.getOrDefault(activity.type(), Feather.GIFT)));
        mark.getStyleClass().add("offer-mark");
        var benefit = Benefits.of(desk, activity.type(), activity.config());
        var head = Controls.row(
                "offer-head",
                mark,
                Controls.column(
                        "offer-names",
                        Controls.label(activity.name(), "offer-name"),
                        Controls.label(benefit, "offer-benefit")));
        var foot = Controls.row(
                "offer-foot",
                Controls.label(
                        desk.text("marketing.period", When.day(activity.startTime()), When.day(activity.endTime())),
                        "offer-when"),
                new Spacer(),
                join(activity));
        var text = Controls.paragraph(activity.description(), "offer-text");
        return Controls.column("offer-card", head, Controls.growing(text), foot);
    }

    private Button join(Activity activity) {
        var join = Controls.button(desk.text(word(activity)), () -> {});
        join.setId("join-" + activity.id());
        join.setDisable(activity.participated() || !activity.status().equals(Activities.ACTIVE));
        join.setOnAction(_ -> {
            join.setDisable(true);
            model.join(
                    activity,
                    this::joined,
                    problem -> desk.toasts().warn(desk.messages().failure(problem)));
        });
        if (!join.isDisable()) {
            join.getStyleClass().add(Styles.ACCENT);
        }
        return join;
    }

    private static String word(Activity activity) {
        if (activity.participated()) {
            return "marketing.joined";
        }
        return activity.status().equals(Activities.UPCOMING) ? "marketing.upcoming" : "marketing.join";
    }

    private void joined(Participation part) {
        desk.toasts()
                .tell(
                        part.credits() > 0
                                ? desk.text("marketing.joined.credits", part.name(), part.credits())
                                : desk.text("marketing.joined.tell", part.name()));
    }

    private VBox joined(List<Participation> parts) {
        var rows = parts.stream().map(this::row).toArray(Node[]::new);
        var list = Controls.column("records", rows);
        return Controls.column("box", Controls.label(desk.text("marketing.participations"), "box-title"), list);
    }

    private Node row(Participation part) {
        var brought = part.credits() > 0 ? desk.text("marketing.credits", part.credits()) : "–";
        return Controls.row(
                "record",
                Controls.label(part.name(), "ledger-title"),
                Controls.label(desk.text("activity." + part.type()), "ledger-when"),
                new Spacer(),
                Controls.label(When.minute(part.createdAt()), "ledger-when"),
                Controls.label(brought, "record-amount", "gained"));
    }
}
