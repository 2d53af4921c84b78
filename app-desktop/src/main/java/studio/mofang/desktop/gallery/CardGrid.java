package studio.mofang.desktop.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;

/// Cards in rows of as many as fit. Only the rows on the screen exist, however many creations there are; coming near
/// the last one asks for more.
final class CardGrid extends ListView<List<Creation>> {
    private static final double CARD_WIDTH = 286;
    private static final double ROW_HEIGHT = 178;
    private static final double MARGINS = 84;
    private static final int ROWS_AHEAD = 3;

    private final ObservableList<Creation> creations;
    private final Function<Creation, Node> card;
    private final Runnable onEndNear;
    private int columns = 1;

    CardGrid(ObservableList<Creation> creations, Function<Creation, Node> card, Runnable onEndNear) {
        this.creations = creations;
        this.card = card;
        this.onEndNear = onEndNear;
        getStyleClass().addAll("card-grid");
        setFixedCellSize(ROW_HEIGHT);
        setFocusTraversable(false);
        setCellFactory(_ -> new Row());
        creations.addListener((ListChangeListener<Creation>) _ -> arrange());
        widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
        arrange();
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
