package studio.mofang.desktop.editor;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Creations.Generated;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.FileName;
import studio.mofang.desktop.kit.Screen;

/// Writing: the tools at the left, the sheet at the right.
public final class EditorScreen implements Screen {
    private final Desk desk;
    private final EditorModel model;
    private final Paper paper;
    private final PictureInbox pictures;
    private final BooleanBinding idle;
    private final StackPane panel = new StackPane();
    private final HBox view = new HBox();
    private final Subscription followed;

    EditorScreen(
            Desk desk,
            EditorModel model,
            VirtualizedScrollPane<MarkdownArea> sheetOfText,
            Duration toTheTools,
            Runnable openSettings) {
        this.desk = desk;
        this.model = model;
        this.idle = model.generatingProperty().not().and(model.servingProperty());
        this.paper = new Paper(desk, model, sheetOfText, openSettings);
        this.pictures = new PictureInbox(desk, model, paper.area());
        panel.getStyleClass().add("panel");
        followed = Subscription.combine(
                model.formProperty().subscribe((_, form) -> show(form)),
                model.generatedProperty().subscribe((_, generated) -> tell(generated)));
        showTools(toTheTools);
        var sheet = Controls.growing(new VBox(bar(), Controls.growing(paper)));
        sheet.getStyleClass().add("sheet");
        view.getChildren().addAll(panel, sheet);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        paper.focus();
    }

    @Override
    public void discarded() {
        followed.unsubscribe();
        paper.discarded();
    }

    @Override
    public List<Command> commands() {
        var written = Bindings.createBooleanBinding(
                () -> model.servingProperty().get()
                        && !model.documentProperty().get().blank(),
                model.documentProperty(),
                model.servingProperty());
        return List.of(
                Command.always(desk.text("editor.save"), Feather.SAVE, key("Shortcut+S"), this::save),
                new Command(
                        desk.text("editor.generate"), Feather.FEATHER, key("Shortcut+ENTER"), idle, model::generate),
                new Command(
                        desk.text("editor.continue"),
                        Feather.CHEVRONS_RIGHT,
                        key("Shortcut+Shift+ENTER"),
                        idle,
                        model::continueWriting),
                new Command(
                        desk.text("editor.stop"),
                        Feather.SQUARE,
                        key("Shortcut+PERIOD"),
                        model.generatingProperty(),
                        model::stop),
                Command.always(desk.text("editor.undo"), Feather.CORNER_UP_LEFT, null, paper.area()::undo),
                Command.always(desk.text("editor.redo"), Feather.CORNER_UP_RIGHT, null, paper.area()::redo),
                Command.always(desk.text("editor.picture"), Feather.IMAGE, key("Shortcut+Shift+I"), pictures::pick),
                new Command(desk.text("versions.open"), Feather.CLOCK, key("Shortcut+Shift+H"), idle, this::versions),
                new Command(desk.text("editor.export.md"), Feather.DOWNLOAD, null, written, () -> export("md")),
                new Command(desk.text("editor.export.html"), Feather.DOWNLOAD, null, written, () -> export("html")),
                new Command(
                        desk.text("editor.export.docx"),
                        Feather.DOWNLOAD,
                        key("Shortcut+E"),
                        written,
                        () -> export("docx")),
                Command.always(desk.text("editor.panel"), Feather.SIDEBAR, key("Shortcut+BACK_SLASH"), this::fold));
    }

    private static KeyCombination key(String keys) {
        return KeyCombination.valueOf(keys);
    }

    private HBox bar() {
        var fold = Controls.icon(Feather.SIDEBAR, desk.text("editor.panel"), this::fold);
        fold.setId("fold");
        var undo = Controls.icon(Feather.CORNER_UP_LEFT, desk.text("editor.undo"), paper.area()::undo);
        var redo = Controls.icon(Feather.CORNER_UP_RIGHT, desk.text("editor.redo"), paper.area()::redo);
        var picture = Controls.icon(Feather.IMAGE, desk.text("editor.picture"), pictures::pick);
        picture.setId("insert-picture");
        var fresh = Controls.icon(Feather.PLUS, desk.text("editor.new"), model::startAfresh);
        fresh.setId("new");
        var versions = Controls.icon(Feather.CLOCK, desk.text("versions.open"), this::versions);
        versions.setId("versions");
        versions.disableProperty().bind(idle.not());
        return Controls.row("sheet-bar", fold, undo, redo, picture, new Spacer(), versions, fresh, exports());
    }

    private MenuButton exports() {
        var menu = new MenuButton(desk.text("editor.export"), new FontIcon(Feather.DOWNLOAD));
        menu.setId("export");
        menu.getStyleClass().addAll(Styles.FLAT);
        menu.disableProperty().bind(model.servingProperty().not());
        for (var format : List.of("md", "html", "docx")) {
            var item = new MenuItem(desk.text("editor.export." + format));
            item.setId("export-" + format);
            item.setOnAction(_ -> export(format));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void tell(@Nullable Generated generated) {
        if (generated != null && generated.creditsUsed() > 0) {
            desk.toasts().tell(desk.text("editor.done", generated.creditsUsed()));
        }
    }

    private void showTools(Duration wait) {
        if (wait.equals(Duration.ZERO)) {
            show(model.formProperty().get());
            return;
        }
        var pause = new PauseTransition(wait);
        pause.setOnFinished(_ -> show(model.formProperty().get()));
        pause.play();
    }

    private void show(@Nullable ToolForm form) {
        panel.getChildren()
                .setAll(
                        form == null
                                ? new ToolPicker(desk, model.tools(), model::pick)
                                : new FormView(desk, model, form));
    }

    private void fold() {
        var folded = panel.isManaged();
        panel.setManaged(!folded);
        panel.setVisible(!folded);
    }

    private void versions() {
        new VersionsDialog(desk, model.versions()).open(model.documentProperty().get());
    }

    private void save() {
        model.documentProperty().get().flush(problem -> {
            if (problem == null) {
                desk.toasts().tell(desk.text("editor.saved"));
            } else {
                desk.toasts().warn(desk.messages().failure(problem));
            }
        });
    }

    private void export(String format) {
        if (model.documentProperty().get().blank()) {
            desk.toasts().warn(desk.text("editor.export.nothing"));
            return;
        }
        var title = model.documentProperty().get().titleProperty().get();
        desk.outside()
                .fileToSave(FileName.of(title, desk.text("editor.untitled"), format))
                .ifPresent(file -> model.export(
                        format,
                        file,
                        written -> desk.toasts()
                                .tell(
                                        desk.text("editor.exported", written.getFileName()),
                                        desk.text("editor.exported.show"),
                                        () -> desk.outside()
                                                .open(written.resolveSibling("").toUri())),
                        problem -> desk.toasts().warn(desk.messages().failure(problem))));
    }
}
