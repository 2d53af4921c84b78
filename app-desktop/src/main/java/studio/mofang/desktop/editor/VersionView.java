package studio.mofang.desktop.editor;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Creations.Version;
import studio.mofang.desktop.editor.Comparison.Where;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.When;

/// The version that is being read: what can be done with it, and its text with what differs from now marked.
final class VersionView extends VBox {
    private final Desk desk;
    private final VersionsModel model;
    private final ReadingModel reading;
    private final Label title = Controls.label("", "version-view-title");
    private final Label about = Controls.label("", "version-about");
    private final Button restore;
    private final NameRow names;
    private final CheckBox marks;
    private final HBox legend = Controls.row("version-legend");
    private final StackPane stage = new StackPane();
    private final VersionText text = new VersionText();
    private final VirtualizedScrollPane<VersionText> sheet = new VirtualizedScrollPane<>(text);
    private final InvalidationListener chosen = _ -> head();
    private final InvalidationListener read = _ -> fill();

    VersionView(Desk desk, VersionsModel model, Consumer<Version> onRestore) {
        this.desk = desk;
        this.model = model;
        this.reading = model.reading();
        this.names = new NameRow(desk, model);
        getStyleClass().add("version-view");
        restore = Controls.primary(desk.text("versions.restore"), () -> {
            var version = reading.chosenProperty().get();
            if (version != null) {
                onRestore.accept(version);
            }
        });
        restore.setId("version-restore");
        marks = new CheckBox(desk.text("versions.marks"));
        marks.setId("version-marks");
        marks.selectedProperty().bindBidirectional(reading.markedProperty());
        text.setId("version-text");
        var naming = Controls.button(desk.text("versions.name"), Feather.BOOKMARK, names::open);
        naming.setId("version-name");
        naming.getStyleClass().add(Styles.FLAT);
        getChildren()
                .addAll(
                        Controls.row("version-view-head", words(), new Spacer(), naming, restore),
                        names,
                        Controls.row("version-marks", marks, new Spacer(), legend),
                        Controls.growing(stage));
        reading.chosenProperty().addListener(chosen);
        reading.readProperty().addListener(read);
        reading.failureProperty().addListener(read);
        reading.markedProperty().addListener(read);
        model.changingProperty().addListener(chosen);
        head();
        fill();
    }

    void discard() {
        marks.selectedProperty().unbindBidirectional(reading.markedProperty());
        reading.chosenProperty().removeListener(chosen);
        reading.readProperty().removeListener(read);
        reading.failureProperty().removeListener(read);
        reading.markedProperty().removeListener(read);
        model.changingProperty().removeListener(chosen);
    }

    /// Whether there was a name to leave unfinished.
    boolean leftNaming() {
        var naming = names.isVisible();
        names.close();
        return naming;
    }

    private VBox words() {
        return Controls.column("version-view-words", title, about);
    }

    private void head() {
        var version = reading.chosenProperty().get();
        if (version == null) {
            return;
        }
        title.setText(version.title().isBlank() ? desk.text("editor.untitled") : version.title());
        about.setText((version.name() == null ? "" : version.name() + " · ") + When.minute(version.createdAt()) + " · "
                + VersionRow.about(desk, version));
        restore.setDisable(model.present(version) || model.changingProperty().get());
        names.close();
    }

    private void fill() {
        var found = reading.readProperty().get();
        legend.getChildren().clear();
        if (found == null) {
            stage.getChildren().setAll(waiting());
            return;
        }
        if (found.comparison().same()) {
            var version = reading.chosenProperty().get();
            var present = version != null && model.present(version);
            legend.getChildren()
                    .add(Controls.label(
                            desk.text(present ? "versions.same.present" : "versions.same"), "version-about"));
        } else if (reading.markedProperty().get()) {
            explain(found.comparison());
        }
        text.show(found, reading.markedProperty().get());
        stage.getChildren().setAll(sheet);
    }

    private void explain(Comparison comparison) {
        explain(comparison.characters(Where.THEN), "versions.only.then", "version-only-then");
        explain(comparison.characters(Where.NOW), "versions.only.now", "version-only-now");
    }

    private void explain(int characters, String key, String style) {
        if (characters > 0) {
            legend.getChildren().add(Controls.label(desk.text(key, characters), "version-key", style));
        }
    }

    private Node waiting() {
        var problem = reading.failureProperty().get();
        if (problem == null) {
            return Placeholder.loading(desk.text("loading"));
        }
        return Placeholder.saying(
                Feather.ALERT_CIRCLE,
                desk.text("failed.title"),
                desk.messages().failure(problem),
                Controls.button(desk.text("again"), reading::again));
    }
}
