package studio.mofang.desktop.editor;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The sheet that is written on: title, tags, text, and at its foot how long it is and whether it is saved.
final class Paper extends VBox {
    private final Desk desk;
    private final EditorModel model;
    private final MarkdownArea area;
    private final TextField title = new TextField();
    private final TagRow tags;
    private final Label count = Controls.label("", "status-text");
    private final Label saving = Controls.label("", "status-text");
    private final FontIcon savingIcon = new FontIcon(Feather.CLOUD);
    private final StringProperty provider = new SimpleStringProperty("");
    private final Subscription followed;
    private Subscription saved = Subscription.EMPTY;
    private Document shown;

    Paper(Desk desk, EditorModel model, VirtualizedScrollPane<MarkdownArea> sheet, Runnable openSettings) {
        this.desk = desk;
        this.model = model;
        this.area = sheet.getContent();
        this.tags = new TagRow(desk);
        this.shown = model.documentProperty().get();
        getStyleClass().add("paper");
        title.setId("title");
        title.getStyleClass().add("paper-title");
        title.setPromptText(desk.text("editor.title.prompt"));
        title.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.DOWN) {
                area.requestFocus();
            }
        });
        area.setId("text");
        var prompt = Controls.label(desk.text("editor.text.prompt"), "paper-prompt");
        prompt.setMouseTransparent(true);
        Controls.when(Bindings.createBooleanBinding(() -> area.getLength() == 0, area.lengthProperty()), prompt);
        area.setPlaceholder(prompt, javafx.geometry.Pos.TOP_LEFT);
        var head = new VBox(title, tags);
        head.getStyleClass().add("paper-head");
        getChildren()
                .addAll(
                        new Notices(desk, model, provider, openSettings),
                        centred(head),
                        Controls.growing(sheet),
                        foot());
        followed = Subscription.combine(
                model.wordsProperty().subscribe(words -> count.setText(desk.text("editor.words", words))),
                model.documentProperty().subscribe(this::show));
    }

    /// Another paper takes its place, around the same sheet.
    void discarded() {
        followed.unsubscribe();
        leave();
    }

    void focus() {
        if (shown.blank() && title.getText().isEmpty()) {
            title.requestFocus();
        } else {
            area.requestFocus();
        }
    }

    MarkdownArea area() {
        return area;
    }

    private static StackPane centred(VBox head) {
        var centre = new StackPane(head);
        centre.getStyleClass().add("paper-centre");
        return centre;
    }

    private void show(Document next) {
        leave();
        shown = next;
        title.textProperty().bindBidirectional(next.titleProperty());
        tags.edit(next.tags());
        provider.bind(next.providerProperty());
        saved = next.savingProperty().subscribe(this::tell);
    }

    private void leave() {
        title.textProperty().unbindBidirectional(shown.titleProperty());
        tags.leave();
        saved.unsubscribe();
    }

    private HBox foot() {
        var writing = Controls.when(
                model.generatingProperty(),
                Controls.row("status-part", progress(), Controls.label(desk.text("editor.writing"), "status-text")));
        var more = Controls.button(desk.text("editor.continue"), Feather.CHEVRONS_RIGHT, model::continueWriting);
        more.setId("continue");
        more.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        var stop = Controls.button(desk.text("editor.stop"), Feather.SQUARE, model::stop);
        stop.setId("stop-below");
        stop.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        Controls.when(model.generatingProperty().not(), more);
        more.disableProperty().bind(model.servingProperty().not());
        Controls.when(model.generatingProperty(), stop);
        saving.setId("saving");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var state = Controls.row("status-part", savingIcon, saving);
        return Controls.row("paper-foot", state, count, writing, new Spacer(), stop, more);
    }

    private static javafx.scene.control.ProgressIndicator progress() {
        var progress = new javafx.scene.control.ProgressIndicator();
        progress.getStyleClass().add("status-progress");
        return progress;
    }

    private void tell(Document.Saving state) {
        saving.setText(
                switch (state) {
                    case NOTHING_TO_SAVE -> desk.text("editor.saving.nothing");
                    case UNSAVED -> desk.text("editor.saving.unsaved");
                    case NOTED -> desk.text("editor.saving.noted");
                    case SAVED -> desk.text("editor.saving.saved");
                    case FAILED -> {
                        var problem = shown.failureProperty().get();
                        yield desk.text(
                                "editor.saving.failed",
                                problem == null ? "" : desk.messages().failure(problem));
                    }
                });
        savingIcon.setIconCode(
                switch (state) {
                    case NOTHING_TO_SAVE -> Feather.CIRCLE;
                    case UNSAVED -> Feather.MORE_HORIZONTAL;
                    case NOTED -> Feather.HARD_DRIVE;
                    case SAVED -> Feather.CHECK;
                    case FAILED -> Feather.ALERT_TRIANGLE;
                });
        saving.pseudoClassStateChanged(Styles.STATE_DANGER, state == Document.Saving.FAILED);
    }
}
