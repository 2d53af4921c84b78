package studio.mofang.desktop.editor;

import atlantafx.base.controls.Spacer;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Creations.Version;
import studio.mofang.desktop.editor.VersionsModel.Restored;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;

/// The versions of a text: at the left which there are, at the right the one that is chosen.
final class VersionsDialog {
    private static final double WIDEST = 1080;
    private static final double HIGHEST = 720;
    private static final double MARGIN = 64;
    private static final double ROW = 60;

    private final Desk desk;
    private final VersionsModel model;
    private final ListView<Version> list;
    private final StackPane stage = new StackPane();
    private final VersionView view;
    private final InvalidationListener failed = _ -> tellFailure();
    private Subscription followed = Subscription.EMPTY;

    VersionsDialog(Desk desk, VersionsModel model) {
        this.desk = desk;
        this.model = model;
        this.view = new VersionView(desk, model, this::restore);
        this.list = new ListView<>(model.versions());
        list.setId("versions-list");
        list.getStyleClass().add("versions-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new VersionRow(desk, model));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> chosen(chosen));
    }

    void open(Document document) {
        var close = Controls.icon(
                Feather.X, desk.text("close"), () -> desk.overlay().hide());
        close.setId("versions-close");
        var head = Controls.row(
                "versions-head", Controls.label(desk.text("versions.title"), "dialog-title"), new Spacer(), close);
        var dialog = new VBox(head, Controls.growing(stage));
        dialog.getStyleClass().addAll("dialog", "versions-dialog");
        dialog.setId("versions-dialog");
        dialog.prefWidthProperty().bind(within(WIDEST, true));
        dialog.prefHeightProperty().bind(within(HIGHEST, false));
        dialog.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        model.open(document);
        desk.overlay().show(dialog, Pos.CENTER, this::closed);
        followed = model.stateProperty().subscribe(this::show);
        model.failureProperty().addListener(failed);
    }

    /// A list keeps Escape to itself.
    private void steer(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            if (!view.leftNaming()) {
                desk.overlay().hide();
            }
        }
    }

    private DoubleBinding within(double most, boolean across) {
        var place = desk.overlay().view().layoutBoundsProperty();
        return Bindings.createDoubleBinding(
                () -> Math.min(
                        most, (across ? place.get().getWidth() : place.get().getHeight()) - MARGIN),
                place);
    }

    private void closed() {
        followed.unsubscribe();
        model.failureProperty().removeListener(failed);
        view.discard();
        model.close();
    }

    private void show(VersionsModel.State state) {
        stage.getChildren().setAll(content(state));
        if (state == VersionsModel.State.SHOWN) {
            list.requestFocus();
            // The one before the present one is what people come for.
            list.getSelectionModel().select(Math.min(1, model.versions().size() - 1));
        }
    }

    private Node content(VersionsModel.State state) {
        return switch (state) {
            case LOADING -> Placeholder.loading(desk.text("loading"));
            case SHOWN -> Controls.row("versions-body", list, Controls.growing(view));
            case UNSTORED ->
                Placeholder.saying(Feather.CLOCK, desk.text("versions.none"), desk.text("versions.none.text"));
            case FAILED -> {
                var problem = model.failureProperty().get();
                yield Placeholder.saying(
                        Feather.ALERT_CIRCLE,
                        desk.text("failed.title"),
                        problem == null ? "" : desk.messages().failure(problem),
                        Controls.button(desk.text("again"), model::refresh));
            }
        };
    }

    /// Of what was to follow the rows that are there.
    private void tellFailure() {
        var problem = model.failureProperty().get();
        if (problem != null && model.stateProperty().get() == VersionsModel.State.SHOWN) {
            warn(problem);
        }
    }

    private void chosen(@Nullable Version version) {
        var read = model.reading().chosenProperty().get();
        if (version != null && (read == null || read.version() != version.version())) {
            model.choose(version);
        }
    }

    private void restore(Version version) {
        model.restore(
                version,
                restored -> {
                    desk.overlay().hide();
                    tell("versions.restored", restored);
                },
                problem -> {
                    // The button that was pressed was disabled meanwhile, which takes the focus from the dialog.
                    list.requestFocus();
                    warn(problem);
                });
    }

    private void tell(String sentence, Restored restored) {
        desk.toasts().tell(desk.text(sentence), desk.text("undo"), () -> undo(restored));
    }

    private void undo(Restored restored) {
        model.undo(restored, _ -> desk.toasts().tell(desk.text("versions.undone")), this::warn);
    }

    private void warn(Exception problem) {
        desk.toasts().warn(desk.messages().failure(problem));
    }
}
