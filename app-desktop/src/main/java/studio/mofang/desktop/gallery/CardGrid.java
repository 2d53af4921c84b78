package studio.mofang.desktop.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;

/// Cards in rows of as many as fit. Only the rows on the screen exist, however many creations there are; coming near
/// the last one asks for more. Arrow keys go from card to card.
final class CardGrid extends ListView<List<Creation>> {
    private static final double CARD_WIDTH = 286;
    private static final double ROW_HEIGHT = 178;
    private static final double MARGINS = 84;
    private static final int ROWS_AHEAD = 3;

    private final ObservableList<Creation> creations;
    private final Function<Creation, Node> card;
    private final Runnable onEndNear;
    /// Kept here, for the list, which outlives the grid, holds it only weakly.
    private final ListChangeListener<Creation> onChange = _ -> arrange();

    private int columns = 1;

    CardGrid(ObservableList<Creation> creations, Function<Creation, Node> card, Runnable onEndNear) {
        this.creations = creations;
        this.card = card;
        this.onEndNear = onEndNear;
        getStyleClass().addAll("card-grid");
        setFixedCellSize(ROW_HEIGHT);
        setFocusTraversable(false);
        setCellFactory(_ -> new Row());
        creations.addListener(new WeakListChangeListener<>(onChange));
        widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        arrange();
    }

    /// The focus on the first card, where arrow keys go on from.
    void enter() {
        focus(0);
    }

    private void steer(KeyEvent key) {
        var step = step(key.getCode());
        if (step != 0 && key.getTarget() instanceof Node node && node.getUserData() instanceof Creation from) {
            var to = creations.indexOf(from) + step;
            if (to >= 0 || key.getCode() != KeyCode.UP) {
                focus(to);
                key.consume();
            }
        }
    }

    private int step(KeyCode code) {
        return switch (code) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -columns;
            case DOWN -> columns;
            default -> 0;
        };
    }

    private void focus(int index) {
        if (index >= 0 && index < creations.size()) {
            if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.scrollTo(index / columns);
                layout();
            }
            var wanted = creations.get(index);
            lookupAll(".card").stream()
                    .filter(card -> wanted.equals(card.getUserData()))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private void fit(double width) {
        var fitting = Math.max(1, (int) ((width - MARGINS) / CARD_WIDTH));
        if (fitting != columns) {
            columns = fitting;
            arrange();
        }
    }

    private void arrange() {
        var rows = new ArrayList<List<Creation>>();
        for (var i = 0; i < creations.size(); i += columns) {
            rows.add(List.copyOf(creations.subList(i, Math.min(i + columns, creations.size()))));
        }
        var kept = Math.min(rows.size(), getItems().size());
        for (var i = 0; i < kept; i++) {
            if (!getItems().get(i).equals(rows.get(i))) {
                getItems().set(i, rows.get(i));
            }
        }
        getItems().remove(kept, getItems().size());
        getItems().addAll(FXCollections.observableArrayList(rows.subList(kept, rows.size())));
    }

    private final class Row extends ListCell<List<Creation>> {
        Row() {
            // Without a wish of its own the cell takes the width of the list.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable List<Creation> row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(row == null ? null : cards(row));
            if (row != null && getIndex() >= getItems().size() - ROWS_AHEAD) {
                onEndNear.run();
            }
        }

        private HBox cards(List<Creation> row) {
            var box = new HBox();
            box.getStyleClass().add("card-row");
            for (var i = 0; i < columns; i++) {
                Node node = i < row.size() ? card.apply(row.get(i)) : new Region();
                node.setUserData(i < row.size() ? row.get(i) : null);
                if (node instanceof Region region) {
                    region.setPrefWidth(1);
                    region.setMinWidth(0);
                    region.setMaxWidth(Double.MAX_VALUE);
                }
                HBox.setHgrow(node, Priority.ALWAYS);
                box.getChildren().add(node);
            }
            return box;
        }
    }
}
