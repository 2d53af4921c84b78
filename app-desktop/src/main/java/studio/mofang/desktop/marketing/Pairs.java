package studio.mofang.desktop.marketing;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// Cards side by side, two in a row, all of one width.
final class Pairs {
    private static final int COLUMNS = 2;

    private Pairs() {}

    static GridPane of(List<? extends Node> cards) {
        var grid = new GridPane();
        grid.getStyleClass().add("pairs");
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            column.setFillWidth(true);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < cards.size(); i++) {
            if (cards.get(i) instanceof Region region) {
                region.setMaxHeight(Double.MAX_VALUE);
            }
            grid.add(cards.get(i), i % COLUMNS, i / COLUMNS);
        }
        return grid;
    }
}
