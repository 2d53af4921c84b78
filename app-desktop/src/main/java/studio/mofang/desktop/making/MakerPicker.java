package studio.mofang.desktop.making;

import atlantafx.base.controls.Spacer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Who makes it: the models with what each costs, and this machine, which says that it is no AI.
final class MakerPicker extends VBox {
    private final Desk desk;
    private final MakersModel model;
    private final ComboBox<Maker> box = new ComboBox<>();
    private final HBox noKey;
    private boolean showing;

    MakerPicker(Desk desk, MakersModel model, Exits exits) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("maker-picker");
        box.setId("maker");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setCellFactory(_ -> new Entry(true));
        box.setButtonCell(new Entry(false));
        box.setOnAction(_ -> choose());
        var settings = Controls.link(desk.text("making.key"), exits.settings());
        settings.setId("maker-settings");
        noKey = Controls.row("maker-note", Controls.label(desk.text("making.nokey"), "making-hint"), settings);
        var label = Controls.label(desk.text("making.maker"), "field-label");
        label.setLabelFor(box);
        getChildren().addAll(label, box, noKey, failure());
    }

    Subscription attach() {
        return Subscription.combine(
                model.makers().subscribe(this::show), model.chosenProperty().subscribe(_ -> show()));
    }

    private void show() {
        showing = true;
        box.getItems().setAll(model.makers());
        box.setValue(model.chosenProperty().get());
        box.setDisable(model.makers().isEmpty());
        var lacking = !model.makers().isEmpty() && !model.anyAi();
        noKey.setVisible(lacking);
        noKey.setManaged(lacking);
        showing = false;
    }

    private void choose() {
        var picked = box.getValue();
        if (!showing && picked != null) {
            model.choose(picked);
        }
    }

    private HBox failure() {
        var again = Controls.link(desk.text("retry"), model::refresh);
        var row = Controls.row("maker-note", Controls.label(desk.text("making.makers.failed"), "making-hint"), again);
        return Controls.when(model.failureProperty().isNotNull(), row);
    }

    private String name(Maker maker) {
        return switch (maker) {
            case Maker.Ai ai -> ai.model().name();
            case Maker.Machine _ -> desk.text("making.machine." + model.kind().word());
        };
    }

    private String about(Maker maker) {
        return switch (maker) {
            case Maker.Ai ai
            when !ai.named() -> desk.text("making.standin", ai.model().modelName());
            case Maker.Ai ai -> ai.model().provider() + " · " + ai.model().modelName();
            case Maker.Machine _ -> desk.text("making.machine.about");
        };
    }

    private String price(Maker maker) {
        return switch (maker) {
            case Maker.Ai ai when !ai.model().hasKey() -> desk.text("making.unkeyed");
            case Maker.Ai ai when ai.model().ownKey() -> desk.text("making.own");
            case Maker.Ai ai ->
                desk.text("making.credits", ai.named() ? ai.model().creditsCost() : Kind.UNNAMED_COST);
            case Maker.Machine _ -> desk.text("making.free");
        };
    }

    /// In the list with a second line, and in the closed box without.
    private final class Entry extends ListCell<Maker> {
        private final boolean whole;

        Entry(boolean whole) {
            this.whole = whole;
            // As wide as the box, whatever the names.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Maker maker, boolean empty) {
            super.updateItem(maker, empty);
            setText(null);
            setDisable(maker == null || !maker.usable());
            setGraphic(maker == null ? null : row(maker));
        }

        private HBox row(Maker maker) {
            var icon = new FontIcon(maker instanceof Maker.Ai ? Feather.CPU : Feather.HARD_DRIVE);
            var name = Controls.label(name(maker), "maker-name");
            name.setMinWidth(0);
            var texts = whole
                    ? Controls.column("maker-texts", name, Controls.label(about(maker), "maker-about"))
                    : Controls.column("maker-texts", name);
            texts.setMinWidth(0);
            var row = Controls.row("maker-row", icon, texts, new Spacer());
            if (whole) {
                var price = Controls.label(price(maker), "maker-price");
                price.setMinWidth(USE_PREF_SIZE);
                row.getChildren().add(price);
            }
            return row;
        }
    }
}
