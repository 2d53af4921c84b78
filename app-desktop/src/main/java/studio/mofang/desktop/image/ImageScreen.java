package studio.mofang.desktop.image;

import java.util.List;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Media;
import studio.mofang.desktop.kit.Choices;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Screen;

/// A prompt and a size on the left; the picture, and those before it, on the right.
public final class ImageScreen implements Screen {
    private static final int LARGE = 1200;
    private static final int SMALL = 200;

    private final Desk desk;
    private final ImageModel model;
    private final HBox view;
    private final StackPane stage = new StackPane();
    private final HBox strip = new HBox();
    private final HBox actions;
    private final ListChangeListener<Creation> relist = _ -> fillStrip();
    private Subscription attached = Subscription.EMPTY;

    public ImageScreen(Desk desk, ImageModel model) {
        this.desk = desk;
        this.model = model;
        stage.getStyleClass().add("making-stage");
        stage.setMinSize(0, 0);
        strip.getStyleClass().add("making-strip");
        actions = Controls.row(
                "making-actions",
                Controls.button(desk.text("image.save"), Feather.DOWNLOAD, this::save),
                Controls.button(desk.text("image.copy"), Feather.COPY, this::copyReference));
        actions.setAlignment(Pos.CENTER);
        var shelf = new ScrollPane(strip);
        shelf.getStyleClass().addAll("quiet-scroll", "making-shelf");
        shelf.setFitToHeight(true);
        shelf.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var right = new VBox(Controls.growing(stage), actions, shelf);
        right.getStyleClass().add("making-right");
        view = new HBox(panel(), Controls.growing(right));
        view.getStyleClass().add("screen");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.history().addListener(relist);
        attached = model.stateProperty()
                .subscribe(_ -> arrange())
                .and(model.currentProperty().subscribe(_ -> arrange()));
        fillStrip();
        model.open();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
        model.history().removeListener(relist);
    }

    private Node panel() {
        var prompt = new TextArea();
        prompt.setId("image-prompt");
        prompt.setPromptText(desk.text("image.prompt.hint"));
        prompt.setWrapText(true);
        prompt.setPrefRowCount(6);
        prompt.textProperty().bindBidirectional(model.promptProperty());
        var makers = new Choices<>(
                List.of(ImageModel.Maker.values()),
                one -> desk.text("image.maker." + one.name().toLowerCase(java.util.Locale.ROOT)),
                model.makerProperty());
        var sizes = new Choices<>(List.of(PictureSize.values()), one -> desk.text(one.key()), model.sizeProperty());
        var draw = Controls.primary(desk.text("image.draw"), model::generate);
        draw.setId("image-draw");
        draw.setMaxWidth(Double.MAX_VALUE);
        draw.disableProperty()
                .bind(model.promptProperty().isEmpty().or(model.stateProperty().isEqualTo(ImageModel.State.DRAWING)));
        var panel = Controls.column(
                "making-panel",
                Controls.label(desk.text("pane.image"), "making-title"),
                Controls.paragraph(desk.text("image.hint"), "making-hint"),
                Controls.label(desk.text("image.prompt"), "field-label"),
                prompt,
                Controls.label(desk.text("image.maker"), "field-label"),
                makers,
                Controls.label(desk.text("image.size"), "field-label"),
                sizes,
                draw);
        return panel;
    }

    private void arrange() {
        var current = model.currentProperty().get();
        actions.setVisible(current != null && model.stateProperty().get() == ImageModel.State.IDLE);
        stage.getChildren()
                .setAll(
                        switch (model.stateProperty().get()) {
                            case DRAWING -> drawing();
                            case FAILED -> failed();
                            case IDLE -> current == null ? nothing() : loading();
                        });
        if (current != null && model.stateProperty().get() == ImageModel.State.IDLE) {
            show(current);
        }
    }

    private void show(UUID picture) {
        model.thumbnails()
                .load(
                        picture,
                        LARGE,
                        image -> {
                            if (picture.equals(model.currentProperty().get())
                                    && model.stateProperty().get() == ImageModel.State.IDLE) {
                                var large = new ImageView(image);
                                large.setId("image-large");
                                large.setPreserveRatio(true);
                                large.fitWidthProperty()
                                        .bind(stage.widthProperty().subtract(48));
                                large.fitHeightProperty()
                                        .bind(stage.heightProperty().subtract(48));
                                stage.getChildren().setAll(large);
                            }
                        },
                        reason -> stage.getChildren().setAll(unreadable(reason)));
    }

    private void fillStrip() {
        strip.getChildren().setAll(model.history().stream().map(this::small).toList());
    }

    private Node small(Creation creation) {
        var view = new ImageView();
        view.setPreserveRatio(true);
        view.setFitHeight(76);
        var frame = Controls.button("", () -> model.select(creation));
        frame.getStyleClass().add("making-small");
        frame.setGraphic(view);
        frame.setAccessibleText(creation.title());
        Media.firstReference(creation.content())
                .ifPresent(id -> model.thumbnails().load(id, SMALL, view::setImage, _ -> frame.setText("?")));
        return frame;
    }

    private Node drawing() {
        var cancel = Controls.button(desk.text("image.cancel"), model::cancel);
        cancel.setId("image-cancel");
        var column = new VBox(Placeholder.loading(desk.text("image.drawing")), cancel);
        column.setAlignment(Pos.CENTER);
        column.getStyleClass().add("making-wait");
        column.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return column;
    }

    private Node failed() {
        var reason = model.failureProperty().get();
        var sentence = reason == null ? "" : desk.messages().failure(reason);
        return Placeholder.saying(
                Feather.ALERT_TRIANGLE,
                desk.text("image.failed"),
                sentence,
                Controls.button(desk.text("retry"), model::generate));
    }

    private Node unreadable(Exception reason) {
        return Placeholder.saying(
                Feather.ALERT_TRIANGLE,
                desk.text("image.unreadable"),
                desk.messages().failure(reason));
    }

    private Node loading() {
        return Placeholder.loading(desk.text("loading"));
    }

    private Node nothing() {
        return Placeholder.saying(Feather.IMAGE, desk.text("image.nothing"), desk.text("image.nothing.hint"));
    }

    private void save() {
        var picture = model.currentProperty().get();
        if (picture != null) {
            desk.outside()
                    .fileToSave(desk.text("image.file") + ".png")
                    .ifPresent(target -> model.save(
                            picture,
                            target,
                            saved -> desk.toasts().tell(desk.text("image.saved", saved.getFileName())),
                            reason -> desk.toasts().warn(desk.messages().failure(reason))));
        }
    }

    /// What an article refers to the picture by.
    private void copyReference() {
        var picture = model.currentProperty().get();
        if (picture != null) {
            var content = new ClipboardContent();
            content.putString("![](" + Media.reference(picture) + ")");
            Clipboard.getSystemClipboard().setContent(content);
            desk.toasts().tell(desk.text("image.copied"));
        }
    }
}
