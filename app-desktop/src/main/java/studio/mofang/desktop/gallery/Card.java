package studio.mofang.desktop.gallery;

import atlantafx.base.controls.Spacer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Media;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;

/// One creation at a glance; Enter or a click opens it, Delete throws it away. In the trash Enter brings it
/// back, and Delete asks whether it shall go for good.
final class Card extends VBox {
    private static final String WRITING = "writing";
    private static final int TAGS_SHOWN = 3;
    private static final double PICTURE_HEIGHT = 126;
    private static final double PICTURE_WIDTH = 150;
    private static final double ROUND = 12;

    /// What a card asks the screen to do.
    interface Actions {
        void open(Creation creation);

        void delete(Creation creation);

        void restore(Creation creation);

        void purge(Creation creation);

        /// Hands over a picture of the media store, if it can be had.
        void picture(UUID id, Consumer<Image> shown);
    }

    private final Desk desk;
    private final Creation creation;
    private final Actions actions;

    Card(Desk desk, Creation creation, Actions actions) {
        this.desk = desk;
        this.creation = creation;
        this.actions = actions;
        getStyleClass().add("card");
        setId("card-" + creation.id());
        setFocusTraversable(true);
        var title = creation.title().isBlank() ? desk.text("editor.untitled") : creation.title();
        setAccessibleText(title);
        var name = Controls.label(title, "card-title");
        var excerpt = Controls.label(Excerpt.of(creation), "card-excerpt");
        excerpt.setWrapText(true);
        excerpt.setMinHeight(0);
        excerpt.setMaxHeight(Double.MAX_VALUE);
        if (creation.type().equals(WRITING)) {
            getChildren().addAll(name, Controls.growing(excerpt), foot());
        } else {
            name.setWrapText(true);
            var words = Controls.column("card-words", name, new Spacer(Orientation.VERTICAL), foot());
            words.setMinWidth(0);
            getChildren().add(Controls.growing(Controls.row("card-media", Controls.growing(words), picture())));
        }
        setOnMouseClicked(click -> {
            requestFocus();
            if (click.getButton() == MouseButton.PRIMARY && !deleted()) {
                actions.open(creation);
            }
        });
        setOnKeyPressed(this::pressed);
        setOnContextMenuRequested(asked -> menu().show(this, asked.getScreenX(), asked.getScreenY()));
    }

    /// A picture, a video or slides are known by how they look; where that cannot be had, the words stand alone.
    private Node picture() {
        var frame = new StackPane();
        frame.setAlignment(Pos.CENTER_RIGHT);
        Media.firstReference(creation.content())
                .ifPresent(
                        id -> actions.picture(id, image -> frame.getChildren().setAll(thumbnail(image))));
        return frame;
    }

    private static ImageView thumbnail(Image image) {
        var view = new ImageView(image);
        view.getStyleClass().add("card-picture");
        var scale = Math.min(PICTURE_WIDTH / image.getWidth(), PICTURE_HEIGHT / image.getHeight());
        view.setFitWidth(image.getWidth() * scale);
        view.setFitHeight(image.getHeight() * scale);
        var corners = new Rectangle(view.getFitWidth(), view.getFitHeight());
        corners.setArcWidth(ROUND);
        corners.setArcHeight(ROUND);
        view.setClip(corners);
        return view;
    }

    private HBox foot() {
        var foot = Controls.row("card-foot");
        maker().ifPresent(foot.getChildren()::add);
        foot.getChildren().add(Controls.label(When.ago(desk.messages(), creation.updatedAt())));
        foot.getChildren().add(Controls.label(size()));
        creation.tags().stream()
                .limit(TAGS_SHOWN)
                .forEach(tag -> foot.getChildren().add(Controls.label(tag, "card-tag")));
        foot.getChildren().add(new Spacer());
        foot.getChildren().add(button());
        foot.getChildren().forEach(part -> {
            if (part instanceof Region region && !(part instanceof Spacer)) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
        });
        return foot;
    }

    /// How long a text is; of everything else what it is.
    private String size() {
        return creation.type().equals(WRITING)
                ? desk.text("editor.words", creation.wordCount())
                : desk.messages().textOr("gallery.kind." + creation.type(), creation.type());
    }

    /// Says that an AI had a part in it, or that what looks like it had not.
    private Optional<Label> maker() {
        return Optional.ofNullable(creation.provenance()).map(provenance -> {
            var mark = provenance.aiText()
                    ? Controls.label("AI", "card-ai")
                    : new Label(null, new FontIcon(Feather.CLOUD_OFF));
            var words = desk.text(origin(provenance));
            mark.setTooltip(new Tooltip(words));
            mark.setAccessibleText(words);
            return mark;
        });
    }

    private static String origin(Provenance provenance) {
        if (provenance.byModel()) {
            return "gallery.ai";
        }
        return provenance.aiText() ? "gallery.ai.offline" : "gallery.offline";
    }

    private boolean deleted() {
        return creation.deletedAt() != null;
    }

    private Button button() {
        var button = deleted()
                ? Controls.icon(Feather.ROTATE_CCW, desk.text("gallery.restore"), () -> actions.restore(creation))
                : Controls.icon(Feather.TRASH_2, desk.text("gallery.delete"), () -> actions.delete(creation));
        button.setId((deleted() ? "restore-" : "delete-") + creation.id());
        button.setFocusTraversable(deleted());
        button.getStyleClass().add(deleted() ? "card-restore" : "card-button");
        return button;
    }

    private void act() {
        if (deleted()) {
            actions.restore(creation);
        } else {
            actions.open(creation);
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            act();
            key.consume();
        } else if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
            throwAway();
            key.consume();
        }
    }

    private void throwAway() {
        if (deleted()) {
            actions.purge(creation);
        } else {
            actions.delete(creation);
        }
    }

    private ContextMenu menu() {
        if (deleted()) {
            return new ContextMenu(
                    item("gallery.restore", Feather.ROTATE_CCW, () -> actions.restore(creation)),
                    item("gallery.purge", Feather.X, () -> actions.purge(creation)));
        }
        return new ContextMenu(
                item("gallery.open", Feather.EDIT_3, () -> actions.open(creation)),
                item("gallery.delete", Feather.TRASH_2, () -> actions.delete(creation)));
    }

    private MenuItem item(String key, Feather icon, Runnable action) {
        var item = new MenuItem(desk.text(key), new FontIcon(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
