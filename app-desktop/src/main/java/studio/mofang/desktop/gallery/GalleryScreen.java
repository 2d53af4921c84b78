package studio.mofang.desktop.gallery;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Creations.Creation;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Screen;
import studio.mofang.desktop.kit.Thumbnails;

/// All creations, newest first, with a search that follows every key.
public final class GalleryScreen implements Screen, Card.Actions {
    private static final int THUMBNAIL = 360;

    private final Desk desk;
    private final GalleryModel model;
    private final Thumbnails thumbnails;
    private final Consumer<Creation> onOpen;
    private final Runnable onNew;
    private final CustomTextField search = new CustomTextField();
    private final FlowPane chips = new FlowPane();
    private final StackPane body = new StackPane();
    private final CardGrid grid;
    private final VBox view;
    private Subscription attached = Subscription.EMPTY;

    public GalleryScreen(
            Desk desk, GalleryModel model, Thumbnails thumbnails, Consumer<Creation> onOpen, Runnable onNew) {
        this.thumbnails = thumbnails;
        this.desk = desk;
        this.model = model;
        this.onOpen = onOpen;
        this.onNew = onNew;
        this.grid = new CardGrid(model.creations(), creation -> new Card(desk, creation, this), model::more);
        grid.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.UP) {
                search.requestFocus();
            }
        });
        chips.getStyleClass().add("chips");
        view = new VBox(head(), chips, Controls.growing(body));
        view.getStyleClass().add("screen");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        attached = Subscription.combine(
                model.tags().subscribe(this::fillChips),
                model.tagProperty().subscribe(_ -> fillChips()),
                model.stateProperty().subscribe(this::show));
        model.refresh();
        search.requestFocus();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.always(
                        desk.text("gallery.search"),
                        Feather.SEARCH,
                        KeyCombination.valueOf("Shortcut+F"),
                        search::requestFocus),
                Command.always(
                        desk.text("gallery.refresh"),
                        Feather.REFRESH_CW,
                        KeyCombination.valueOf("F5"),
                        model::refresh));
    }

    @Override
    public void picture(UUID id, Consumer<Image> shown) {
        thumbnails.load(id, THUMBNAIL, shown, _ -> {});
    }

    @Override
    public void open(Creation creation) {
        onOpen.accept(creation);
    }

    @Override
    public void delete(Creation creation) {
        model.delete(
                creation,
                () -> desk.toasts()
                        .tell(
                                desk.text("gallery.deleted", shown(creation)),
                                desk.text("undo"),
                                () -> restore(creation)),
                this::failed);
    }

    @Override
    public void restore(Creation creation) {
        model.restore(creation, () -> desk.toasts().tell(desk.text("gallery.restored", shown(creation))), this::failed);
    }

    @Override
    public void purge(Creation creation) {
        var sure = Controls.button(desk.text("gallery.purge"), () -> {
            desk.overlay().hide();
            model.purge(creation, () -> desk.toasts().tell(desk.text("gallery.purged")), this::failed);
        });
        sure.getStyleClass().add(Styles.DANGER);
        var buttons = Controls.row(
                "dialog-buttons", new Spacer(), Controls.button(desk.text("cancel"), desk.overlay()::hide), sure);
        desk.overlay()
                .show(Controls.column(
                        "dialog",
                        Controls.label(desk.text("gallery.purge.title"), "dialog-title"),
                        Controls.paragraph(desk.text("gallery.purge.text", shown(creation)), "dialog-text"),
                        buttons));
    }

    private HBox head() {
        search.setId("search");
        search.getStyleClass().add("search");
        search.setPromptText(desk.text("gallery.search.prompt"));
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.textProperty().bindBidirectional(model.queryProperty());
        search.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                key.consume();
            } else if (key.getCode() == KeyCode.DOWN) {
                grid.enter();
                key.consume();
            }
        });
        var count = Controls.label("", "screen-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.stateProperty().get() == GalleryModel.State.SHOWN
                                ? desk.text(
                                        "gallery.count", model.totalProperty().get())
                                : "",
                        model.totalProperty(),
                        model.stateProperty()));
        var trash = new ToggleButton(desk.text("gallery.trash"), new FontIcon(Feather.TRASH_2));
        trash.setId("trash");
        trash.getStyleClass().add(Styles.FLAT);
        trash.selectedProperty().bindBidirectional(model.trashProperty());
        var fresh = Controls.primary(desk.text("editor.new"), onNew);
        fresh.setGraphic(new FontIcon(Feather.PLUS));
        var title = new Label(desk.text("pane.gallery"));
        title.getStyleClass().add("screen-title");
        return Controls.row("screen-head", title, count, new Spacer(), search, trash, fresh);
    }

    private void fillChips() {
        chips.getChildren().setAll(chip(desk.text("gallery.all"), null));
        model.tags().forEach(tag -> chips.getChildren().add(chip(tag.name() + " " + tag.count(), tag.name())));
        Controls.when(Bindings.isNotEmpty(model.tags()), chips);
    }

    private ToggleButton chip(String label, @Nullable String tag) {
        var chip = new ToggleButton(label);
        chip.getStyleClass().add("chip");
        chip.setSelected(java.util.Objects.equals(model.tagProperty().get(), tag));
        chip.setOnAction(_ -> {
            model.tagProperty().set(tag);
            fillChips();
        });
        return chip;
    }

    private void show(GalleryModel.State state) {
        body.getChildren()
                .setAll(
                        switch (state) {
                            case LOADING -> Placeholder.loading(desk.text("loading"));
                            case SHOWN -> grid;
                            case EMPTY -> {
                                var start = Controls.primary(desk.text("gallery.empty.action"), onNew);
                                yield Placeholder.saying(
                                        Feather.FEATHER,
                                        desk.text("gallery.empty.title"),
                                        desk.text("gallery.empty.text"),
                                        start);
                            }
                            case NOTHING_FOUND ->
                                Placeholder.saying(
                                        Feather.SEARCH,
                                        desk.text("gallery.nothing.title"),
                                        desk.text("gallery.nothing.text"),
                                        Controls.button(desk.text("gallery.nothing.action"), this::widen));
                            case TRASH_EMPTY ->
                                Placeholder.saying(
                                        Feather.TRASH_2,
                                        desk.text("gallery.trash.empty.title"),
                                        desk.text("gallery.trash.empty.text"));
                            case FAILED -> failure();
                        });
    }

    private Placeholder failure() {
        var problem = model.failureProperty().get();
        return Placeholder.saying(
                Feather.ALERT_CIRCLE,
                desk.text("failed.title"),
                problem == null ? "" : desk.messages().failure(problem),
                Controls.button(desk.text("again"), model::refresh));
    }

    private void widen() {
        model.tagProperty().set(null);
        model.queryProperty().set("");
    }

    private void failed(Exception problem) {
        desk.toasts().warn(desk.messages().failure(problem));
    }

    private String shown(Creation creation) {
        return creation.title().isBlank() ? desk.text("editor.untitled") : creation.title();
    }
}
