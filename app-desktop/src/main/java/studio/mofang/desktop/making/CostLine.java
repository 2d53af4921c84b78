package studio.mofang.desktop.making;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// What pressing the button below costs, said before it is pressed.
final class CostLine extends FlowPane {
    private final Desk desk;
    private final MakersModel model;
    private final Label words = Controls.label("", "cost-line");
    private final Hyperlink recharge;

    CostLine(Desk desk, MakersModel model, Exits exits) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("cost");
        words.setId("cost");
        recharge = Controls.link(desk.text("making.recharge"), exits.wallet());
        recharge.setId("cost-recharge");
        getChildren().addAll(words, recharge);
    }

    Subscription attach() {
        return model.costProperty().subscribe(this::show);
    }

    private void show(@Nullable Cost cost) {
        var lacking = cost != null && !cost.affordable();
        words.setText(cost == null ? "" : sentence(cost));
        words.pseudoClassStateChanged(Styles.STATE_DANGER, lacking);
        recharge.setVisible(lacking);
        recharge.setManaged(lacking);
    }

    private String sentence(Cost cost) {
        return switch (cost.reason()) {
            case PRICE ->
                desk.text(
                        cost.affordable() ? "making.cost.price" : "making.cost.short",
                        cost.credits(),
                        cost.available());
            case MEMBER -> desk.text("making.cost.member");
            case OWN_KEY -> desk.text("making.cost.own");
            case MACHINE -> desk.text("making.cost.machine");
        };
    }
}
