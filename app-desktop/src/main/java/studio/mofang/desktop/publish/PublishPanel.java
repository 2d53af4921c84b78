package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.platform.Breach;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;

/// The left column: which creation, to which platforms.
final class PublishPanel extends VBox {
    private final Desk desk;
    private final PublishModel model;

    PublishPanel(Desk desk, PublishModel model) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("panel");
        var head = Controls.column(
                "panel-head",
                Controls.label(desk.text("publish.title"), "panel-title"),
                Controls.paragraph(desk.text("publish.hint"), "panel-hint"));
        var platforms = Controls.column("platform-list", Controls.label(desk.text("publish.to"), "field-label"));
        model.drafts().forEach(draft -> platforms.getChildren().add(platform(draft)));
        getChildren()
                .addAll(
                        scrolling(new VBox(head, creation(), platforms)),
                        new PublishActions(desk, model, model.publications()));
    }

    /// In a low window the choice gives way, never the buttons.
    private static Node scrolling(VBox choice) {
        var scroll = new ScrollPane(choice);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        return Controls.growing(scroll);
    }

    private VBox creation() {
        var title = Controls.paragraph("", "publish-creation-title");
        title.setId("publish-creation");
        title.textProperty().bind(told(this::title));
        var facts = Controls.label("", "panel-hint");
        facts.textProperty().bind(told(this::facts));
        var change = Controls.button(desk.text("publish.change"), Feather.REPEAT, this::choose);
        change.setId("publish-change");
        change.getStyleClass().addAll("small", "flat");
        var foot = Controls.row("publish-creation-foot", facts, new Spacer(), change);
        var card = Controls.column("publish-creation", title, foot);
        var frame = new VBox(card);
        frame.getStyleClass().add("publish-creation-frame");
        return Controls.when(Bindings.isNotNull(model.creationProperty()), frame);
    }

    private StringBinding told(Function<Creation, String> words) {
        return Bindings.createStringBinding(
                () -> {
                    var creation = model.creationProperty().get();
                    return creation == null ? "" : words.apply(creation);
                },
                model.creationProperty());
    }

    private String title(Creation creation) {
        return creation.title().isBlank() ? desk.text("publish.untitled") : creation.title();
    }

    private String facts(Creation creation) {
        return desk.text("publish.facts", creation.wordCount(), When.ago(desk.messages(), creation.updatedAt()));
    }

    private void choose() {
        new CreationChooser(desk, model).open();
    }

    private ToggleButton platform(PlatformDraft draft) {
        var name = Controls.label(PlatformWords.name(desk, draft.platform()), "platform-name");
        var state = new Label();
        state.getStyleClass().add("platform-state");
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> state(draft), draft.previewProperty(), draft.chosenProperty()));
        var texts = new VBox(name, state);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.getStyleClass().add("platform-texts");
        state.managedProperty().bind(state.textProperty().isNotEmpty());
        var tick = new FontIcon(Feather.CHECK);
        tick.getStyleClass().add("platform-tick");
        tick.visibleProperty().bind(draft.chosenProperty());
        var row = new HBox(PlatformWords.badge(desk, draft.platform()), Controls.growing(texts), tick);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("platform-row");
        var entry = new ToggleButton(null, row);
        entry.setId("platform-" + draft.platform().code());
        entry.getStyleClass().add("platform-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(entry.widthProperty().subtract(24));
        entry.setMinHeight(Region.USE_PREF_SIZE);
        entry.setAccessibleText(PlatformWords.name(desk, draft.platform()));
        entry.selectedProperty().bindBidirectional(draft.chosenProperty());
        return entry;
    }

    private String state(PlatformDraft draft) {
        var preview = draft.previewProperty().get();
        return draft.chosenProperty().get() && preview != null ? summary(preview) : "";
    }

    private String summary(Preview preview) {
        var refused = preview.breaches().stream().filter(Breach::refused).count();
        if (refused > 0) {
            return desk.text("publish.state.refused", refused);
        }
        var warned = preview.breaches().size();
        return warned > 0 ? desk.text("publish.state.warned", warned) : desk.text("publish.state.ready");
    }
}
