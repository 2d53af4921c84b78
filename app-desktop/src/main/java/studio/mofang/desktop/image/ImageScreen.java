package studio.mofang.desktop.image;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.CoverSize;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Media;
import studio.mofang.desktop.kit.Choices;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.MediaFiles;
import studio.mofang.desktop.kit.Screen;
import studio.mofang.desktop.kit.Thumbnails;
import studio.mofang.desktop.making.Bench;
import studio.mofang.desktop.making.CreationLook;
import studio.mofang.desktop.making.Easel;
import studio.mofang.desktop.making.Exits;
import studio.mofang.desktop.making.OrderPanel;
import studio.mofang.desktop.making.Shelf;
import studio.mofang.desktop.making.WordsField;

/// A prompt and a size on the left; the picture, and those before it, on the right.
public final class ImageScreen implements Screen {
    private final Desk desk;
    private final ImageModel model;
    private final Thumbnails thumbnails;
    private final PictureActions actions;
    private final OrderPanel.Begin begin;
    private final Bench<Creation> view;
    private Subscription attached = Subscription.EMPTY;

    public ImageScreen(
            Desk desk, ImageModel model, Thumbnails thumbnails, MediaFiles files, OpenArticle article, Exits exits) {
        this.desk = desk;
        this.model = model;
        this.thumbnails = thumbnails;
        this.actions = new PictureActions(desk, files, article);
        begin = new OrderPanel.Begin("image-draw", desk.text("image.draw"), model.readyProperty(), model::generate);
        var easel = new Easel(
                desk,
                model.workshop(),
                model.makers(),
                model.history(),
                exits,
                new Easel.Parts("image", Feather.IMAGE, this::standing, Region::new, model::generateWithoutAi));
        var shelf =
                new Shelf<>(desk, model.history(), thumbnails, new CreationLook(desk, Feather.IMAGE), model::select);
        view = new Bench<>(order(exits), easel, shelf, model.currentProperty(), this::shown);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        attached = view.attach();
        model.open();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
    }

    @Override
    public List<Command> commands() {
        return List.of(begin.command());
    }

    private OrderPanel order(Exits exits) {
        var fields = new VBox(
                Controls.paragraph(desk.text("image.hint"), "making-hint"),
                new WordsField(
                        "image-prompt",
                        desk.text("image.prompt"),
                        desk.text("image.prompt.hint"),
                        6,
                        model.promptProperty()),
                Controls.label(desk.text("image.size"), "field-label"),
                sizes());
        return new OrderPanel(desk, model.makers(), exits, desk.text("pane.image"), fields, begin);
    }

    /// Greyed where the chosen model does not draw them.
    private Node sizes() {
        var all = List.of(CoverSize.values());
        var choices = new Choices<>(all, this::name, model.sizeProperty(), model.drawnProperty());
        choices.setId("image-sizes");
        var some = Bindings.createBooleanBinding(
                () -> model.drawnProperty().get().size() < all.size(), model.drawnProperty());
        var none =
                Bindings.createBooleanBinding(() -> model.drawnProperty().get().isEmpty(), model.drawnProperty());
        return new VBox(
                7,
                choices,
                Controls.when(some.and(none.not()), Controls.paragraph(desk.text("image.size.fewer"), "field-hint")),
                Controls.when(none, Controls.paragraph(desk.text("image.size.none"), "field-hint")));
    }

    private String name(CoverSize size) {
        return desk.text("image.size." + size.name().toLowerCase(Locale.ROOT));
    }

    private boolean shown(Creation creation) {
        var shown = model.currentProperty().get();
        return shown != null && Media.firstReference(creation.content()).equals(Optional.of(shown.file()));
    }

    private Optional<Node> standing() {
        return Optional.ofNullable(model.currentProperty().get())
                .map(picture -> new PictureView(desk, thumbnails, picture, actions.row(picture)));
    }
}
