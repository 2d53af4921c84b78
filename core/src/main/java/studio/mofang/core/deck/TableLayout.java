package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How a table lies in its box: the letters' size, each column's width and each line's height, in points.
public record TableLayout(int size, List<Double> widths, List<Double> heights) {
    /// The space around a cell's text.
    public static final double SIDE = 8;

    public static final double ABOVE = 5;
    /// The least share of the width that a column gets, of an equal share.
    private static final double NARROWEST = 0.45;

    private static final double LOWEST = 28;
    /// How much higher lines become where there is room.
    private static final double ROOMIEST = 1.7;

    public TableLayout {
        widths = List.copyOf(widths);
        heights = List.copyOf(heights);
    }

    /// The largest letters at which the table fits; where none do, the smallest over columns of equal
    /// width.
    public static TableLayout of(Grid grid, Place place) {
        var widths = widths(grid, place.box().width());
        for (int size = place.largest(); size >= place.smallest(); size--) {
            var layout = new TableLayout(size, widths, heights(grid, widths, size));
            if (layout.height() <= place.box().height()) {
                return layout.spread(place.box().height());
            }
        }
        var equal = Collections.nCopies(grid.columns(), place.box().width() / grid.columns());
        return new TableLayout(place.smallest(), equal, heights(grid, equal, place.smallest()));
    }

    public double height() {
        return heights.stream().mapToDouble(Double::doubleValue).sum();
    }

    private TableLayout spread(double room) {
        double by = Math.min(ROOMIEST, room / height());
        return new TableLayout(
                size, widths, heights.stream().map(height -> height * by).toList());
    }

    /// The height of a line of cells.
    static double height(List<String> cells, List<Double> widths, int size) {
        double height = LOWEST;
        for (int i = 0; i < cells.size(); i++) {
            height = Math.max(height, Typesetting.height(cells.get(i), size, widths.get(i) - 2 * SIDE) + 2 * ABOVE);
        }
        return height;
    }

    /// By the length of what stands in each column, within limits.
    static List<Double> widths(Grid grid, double room) {
        var wanted = new ArrayList<Double>();
        for (int column = 0; column < grid.columns(); column++) {
            double longest = 1;
            for (var line : grid.lines()) {
                longest = Math.max(longest, Math.sqrt(Typesetting.width(line.get(column), 1)));
            }
            wanted.add(longest);
        }
        double least = wanted.stream().mapToDouble(Double::doubleValue).sum() / grid.columns() * NARROWEST;
        double sum = wanted.stream().mapToDouble(want -> Math.max(least, want)).sum();
        return wanted.stream().map(want -> Math.max(least, want) / sum * room).toList();
    }

    private static List<Double> heights(Grid grid, List<Double> widths, int size) {
        return grid.lines().stream().map(line -> height(line, widths, size)).toList();
    }
}
