package studio.mofang.desktop.making;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Thumbnails;

/// What was made before, as small pictures side by side. Only those on the screen exist; coming near the last one asks
/// for more. Arrow keys go from one to the next and show it.
public final class Shelf<T> extends ListView<T> {
    static final double WIDTH = 118;
    private static final double PICTURE_WIDTH = 100;
    private static final double PICTURE_HEIGHT = 70;
    private static final int SIDE = 200;
    private static final int AHEAD = 5;
    private static final Set<KeyCode> PICKING =
            EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END, KeyCode.ENTER, KeyCode.SPACE);

    private final Desk desk;
    private final History<T> history;
    private final Thumbnails thumbnails;
    private final Look<T> look;
    private final Consumer<T> onPicked;

    /// How one of them is shown.
    public interface Look<T> {
        /// In the media store, where there is one.
        Optional<UUID> picture(T item);

        /// In the place of a picture.
        Feather icon(T item);

        String name(T item);
    }

    public Shelf(Desk desk, History<T> history, Thumbnails thumbnails, Look<T> look, Consumer<T> onPicked) {
        this.desk = desk;
        this.history = history;
        this.thumbnails = thumbnails;
        this.look = look;
        this.onPicked = onPicked;
        setId("shelf");
        getStyleClass().add("making-shelf");
        setOrientation(Orientation.HORIZONTAL);
        setFixedCellSize(WIDTH);
        setItems(history.items());
        setCellFactory(_ -> new Small());
        addEventHandler(KeyEvent.KEY_RELEASED, key -> {
            if (PICKING.contains(key.getCode())) {
                pick(getSelectionModel().getSelectedItem());
            }
        });
        setAccessibleText(desk.text("making.history"));
        setPlaceholder(Controls.label(desk.text("making.history.loading"), "making-hint"));
    }

    /// The one that is shown large bears a mark; none where none is `shown`.
    void mark(Predicate<T> shown) {
        for (var i = 0; i < getItems().size(); i++) {
            if (shown.test(getItems().get(i))) {
                getSelectionModel().select(i);
                return;
            }
        }
        getSelectionModel().clearSelection();
    }

    /// The one that is `shown` is marked whenever they change: after the list itself has taken notice.
    Subscription attach(Predicate<T> shown) {
        ListChangeListener<T> onChange = _ -> mark(shown);
        getItems().addListener(onChange);
        mark(shown);
        return Subscription.combine(
                history.stateProperty().subscribe(this::show), () -> getItems().removeListener(onChange));
    }

    /// By hand: what only moves because the list changes is not meant.
    private void pick(@Nullable T item) {
        if (item != null) {
            onPicked.accept(item);
        }
    }

    private void show(History.State state) {
        var wanted = state != History.State.EMPTY;
        setVisible(wanted);
        setManaged(wanted);
        if (state == History.State.FAILED) {
            var again = Controls.link(desk.text("retry"), history::refresh);
            setPlaceholder(Controls.row(
                    "maker-note", Controls.label(desk.text("making.history.failed"), "making-hint"), again));
        }
    }

    private final class Small extends ListCell<T> {
        private final ImageView view = new ImageView();
        private final StackPane frame = new StackPane();
        private final Tooltip name = new Tooltip();
        private @Nullable T shown;

        Small() {
            frame.getStyleClass().add("making-small");
            // As high as the shelf, whatever it holds.
            setPrefHeight(0);
            setOnMouseClicked(_ -> pick(getItem()));
            view.setPreserveRatio(true);
            view.setFitWidth(PICTURE_WIDTH);
            view.setFitHeight(PICTURE_HEIGHT);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (item == null) {
                shown = null;
                setGraphic(null);
                setTooltip(null);
                return;
            }
            if (!item.equals(shown)) {
                shown = item;
                fill(item);
            }
            setGraphic(frame);
            name.setText(look.name(item));
            setTooltip(name);
            setAccessibleText(look.name(item));
            if (getIndex() >= getItems().size() - AHEAD) {
                history.more();
            }
        }

        private void fill(T item) {
            view.setImage(null);
            frame.getChildren().setAll(new FontIcon(look.icon(item)));
            look.picture(item)
                    .ifPresent(picture -> thumbnails.load(
                            picture,
                            SIDE,
                            image -> {
                                if (item.equals(shown)) {
                                    view.setImage(image);
                                    frame.getChildren().setAll(view);
                                }
                            },
                            _ -> {}));
        }
    }
}
