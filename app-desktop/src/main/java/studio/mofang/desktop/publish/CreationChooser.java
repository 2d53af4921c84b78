package studio.mofang.desktop.publish;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;

/// The dialog to pick another creation from the gallery.
final class CreationChooser {
    private final Desk desk;
    private final PublishModel model;

    CreationChooser(Desk desk, PublishModel model) {
        this.desk = desk;
        this.model = model;
    }

    void open() {
        var query = new TextField();
        query.setId("chooser-query");
        query.setPromptText(desk.text("publish.search"));
        var list = new ListView<>(model.found());
        list.setId("chooser-list");
        list.getStyleClass().add("chooser-list");
        list.setPlaceholder(Controls.label(desk.text("publish.search.nothing"), "placeholder-text"));
        list.setCellFactory(_ -> new Row());
        query.textProperty().subscribe(model::search);
        query.setOnAction(_ -> {
            if (!model.found().isEmpty()) {
                take(model.found().getFirst());
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && list.getSelectionModel().getSelectedItem() != null) {
                take(list.getSelectionModel().getSelectedItem());
            }
        });
        desk.overlay()
                .show(Controls.column(
                        "dialog", Controls.label(desk.text("publish.choose"), "dialog-title"), query, list));
    }

    private void take(Creation creation) {
        desk.overlay().hide();
        model.pick(creation);
    }

    private final class Row extends ListCell<Creation> {
        private final Label title = Controls.label("", "chooser-title");
        private final Label facts = Controls.label("", "panel-hint");
        private final HBox row = Controls.row("chooser-row", Controls.growing(title), facts);

        Row() {
            title.setMaxWidth(Double.MAX_VALUE);
            title.setMinWidth(0);
            facts.setMinWidth(USE_PREF_SIZE);
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    take(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Creation creation, boolean empty) {
            super.updateItem(creation, empty);
            if (empty || creation == null) {
                setGraphic(null);
                return;
            }
            title.setText(creation.title().isBlank() ? desk.text("publish.untitled") : creation.title());
            facts.setText(When.ago(desk.messages(), creation.updatedAt()));
            setGraphic(row);
            setPrefWidth(0);
        }
    }
}
