package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The cells of a table: a head and rows, all equally long; what a row lacks is empty.
public record Grid(List<String> head, List<List<String>> rows) {
    /// More columns than this cannot be read from the back of a room.
    public static final int MOST_COLUMNS = 8;

    public Grid {
        int columns = Math.min(
                MOST_COLUMNS,
                Stream.concat(Stream.of(head), rows.stream())
                        .mapToInt(List::size)
                        .max()
                        .orElse(0));
        head = padded(head, columns);
        rows = rows.stream().map(row -> padded(row, columns)).toList();
    }

    public int columns() {
        return head.size();
    }

    /// The head and the rows, from top to bottom.
    public List<List<String>> lines() {
        return Stream.concat(Stream.of(head), rows.stream()).toList();
    }

    Grid with(List<List<String>> otherRows) {
        return new Grid(head, otherRows);
    }

    private static List<String> padded(List<String> row, int columns) {
        var cells = new ArrayList<String>(columns);
        for (int i = 0; i < columns; i++) {
            cells.add(i < row.size() ? row.get(i).strip() : "");
        }
        return List.copyOf(cells);
    }
}
