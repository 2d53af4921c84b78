package studio.mofang.desktop.operations;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import studio.mofang.core.Activities;
import studio.mofang.core.Activities.Config;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The dialog that makes an activity.
final class ActivityForm extends StackPane {
    private static final String GIFT = "credit_gift";
    private static final String DISCOUNT = "membership_discount";
    private static final String FIRST = "first_purchase";
    private static final List<String> TYPES = List.of(GIFT, DISCOUNT, FIRST, "referral_bonus");

    private final Desk desk;
    private final OperationsModel model;
    private final FormDialog dialog;
    private final TextField name = new TextField();
    private final TextArea description = new TextArea();
    private final TextField worth = new TextField();
    private final Label worthName = Controls.label("", "field-label");
    private final CheckBox atRegistration = new CheckBox();
    private final Span span;
    private String type = GIFT;

    ActivityForm(Desk desk, OperationsModel model) {
        this.desk = desk;
        this.model = model;
        this.span = new Span(desk);
        name.setId("activity-name");
        description.setId("activity-description");
        description.setPrefRowCount(2);
        description.setWrapText(true);
        worth.setId("activity-worth");
        atRegistration.setText(desk.text("form.register"));
        choose(type);
        dialog = new FormDialog(desk, desk.text("operations.activity.new"));
        dialog.with(
                        Choices.of("activity-type-", TYPES, one -> desk.text("activity." + one), this::choose),
                        FormDialog.field(desk.text("form.name"), name),
                        FormDialog.field(desk.text("form.description"), description),
                        Controls.column("field", worthName, worth),
                        atRegistration,
                        span.fields())
                .ending("activity-create", this::create);
        getChildren().add(dialog);
    }

    private void choose(String chosen) {
        type = chosen;
        worthName.setText(desk.text("form.worth." + chosen));
        worth.setPromptText(desk.text("form.example." + chosen));
        atRegistration.setVisible(chosen.equals(GIFT));
        atRegistration.setManaged(chosen.equals(GIFT));
    }

    private void create() {
        draft().ifPresentOrElse(
                        draft -> model.create(
                                draft,
                                made -> {
                                    desk.overlay().hide();
                                    desk.toasts().tell(desk.text("operations.activity.made", made.name()));
                                },
                                problem -> dialog.complain(desk.messages().failure(problem))),
                        () -> dialog.complain(desk.text("form.incomplete")));
    }

    private Optional<Activities.Draft> draft() {
        if (name.getText().isBlank()) {
            return Optional.empty();
        }
        return config().flatMap(config -> span.start()
                .flatMap(start -> span.end()
                        .map(end -> new Activities.Draft(
                                name.getText().strip(),
                                type,
                                description.getText().strip(),
                                config,
                                start,
                                end))));
    }

    private Optional<Config> config() {
        if (type.equals(DISCOUNT)) {
            return FormDialog.number(worth).map(percent -> new Config(null, null, percent, null, null));
        }
        return FormDialog.whole(worth).map(credits -> switch (type) {
            case GIFT -> new Config(credits, atRegistration.isSelected() ? "register" : null, null, null, null);
            case FIRST -> new Config(null, null, null, credits, null);
            default -> new Config(null, null, null, null, credits);
        });
    }
}
