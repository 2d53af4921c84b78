package studio.mofang.desktop.marketing;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Screen;
import studio.mofang.desktop.marketing.MarketingModel.Offers;

/// Activities, coupons, invitations.
public final class MarketingScreen implements Screen {
    private final Desk desk;
    private final MarketingModel model;
    private final StackPane view = new StackPane();
    private final Tab activities;
    private final Tab coupons;
    private final Tab invitation;
    private final Node pages;
    private Subscription attached = Subscription.EMPTY;

    public MarketingScreen(Desk desk, MarketingModel model) {
        this.desk = desk;
        this.model = model;
        activities = tab("activities", desk.text("marketing.activities"));
        coupons = tab("coupons", desk.text("marketing.coupons"));
        invitation = tab("invitation", desk.text("marketing.invitation"));
        pages = pages();
        view.getStyleClass().add("screen");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.always(
                desk.text("marketing.refresh"), Feather.REFRESH_CW, KeyCombination.valueOf("F5"), model::refresh));
    }

    @Override
    public void shown() {
        attached = Subscription.combine(
                model.offersProperty().subscribe(this::show),
                model.failureProperty().subscribe(this::failed));
        show();
        model.refresh();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
    }

    /// What was fetched before stays in front of the person, who is told that it may be old.
    private void failed(@Nullable Exception problem) {
        show();
        if (problem != null && model.offersProperty().get() != null) {
            desk.toasts().warn(desk.messages().failure(problem));
        }
    }

    private void show() {
        var offers = model.offersProperty().get();
        var problem = model.failureProperty().get();
        if (offers != null) {
            fill(offers);
            view.getChildren().setAll(pages);
        } else if (problem == null) {
            view.getChildren().setAll(Placeholder.loading(desk.text("loading")));
        } else {
            view.getChildren()
                    .setAll(Placeholder.saying(
                            Feather.ALERT_CIRCLE,
                            desk.text("failed.title"),
                            desk.messages().failure(problem),
                            Controls.button(desk.text("again"), model::refresh)));
        }
    }

    private void fill(Offers offers) {
        activities.setContent(scrolled(new ActivityPage(desk, model, offers)));
        coupons.setContent(scrolled(new CouponPage(desk, model, offers)));
        invitation.setContent(scrolled(new InvitationPage(desk, model, offers)));
    }

    private VBox pages() {
        var tabs = new TabPane(activities, coupons, invitation);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("lists");
        var head = Controls.row("screen-head", Controls.label(desk.text("pane.marketing"), "screen-title"));
        return new VBox(head, Controls.growing(tabs));
    }

    private static Tab tab(String id, String name) {
        var tab = new Tab(name);
        tab.setId("marketing-" + id);
        return tab;
    }

    private static ScrollPane scrolled(Node page) {
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        return scroll;
    }
}
