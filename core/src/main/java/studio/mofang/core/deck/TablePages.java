package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.mofang.core.deck.Slide.Table;

/// Spreads a table over as many slides as it needs, each under the head again. A cell higher than half a
/// slide is cut with dots, and stands whole in the notes.
final class TablePages {
    private final Place place;

    TablePages(Place place) {
        this.place = place;
    }

    Stream<Slide> of(Table table) {
        var cut = new ArrayList<String>();
        var grid = clipped(table.grid(), cut);
        var notes = Stream.concat(Stream.of(table.notes()), cut.stream())
                .filter(text -> !text.isBlank())
                .toList();
        var whole = new Table(table.title(), grid, String.join("\n\n", notes));
        var parts = rows(grid).stream()
                .map(rows -> (Slide) new Table(table.title(), grid.with(rows), whole.notes()))
                .toList();
        return Fitting.numbered(whole, parts);
    }

    private List<List<List<String>>> rows(Grid grid) {
        if (TableLayout.of(grid, place).height() <= place.box().height()) {
            return List.of(grid.rows());
        }
        // The widths of the part may differ from those of the whole, so that each part is measured by itself.
        var pages = new ArrayList<List<List<String>>>();
        var page = new ArrayList<List<String>>();
        for (var row : grid.rows()) {
            page.add(row);
            if (page.size() > 1 && !fits(grid.with(page))) {
                page.removeLast();
                pages.add(List.copyOf(page));
                page.clear();
                page.add(row);
            }
        }
        pages.add(List.copyOf(page));
        return pages;
    }

    private boolean fits(Grid grid) {
        return TableLayout.of(grid, place).height() <= place.box().height();
    }

    private Grid clipped(Grid grid, List<String> cut) {
        // Columns of equal width are what a page falls back to, so that a row that fits them always has a page.
        double narrowest = place.box().width() / grid.columns() - 2 * TableLayout.SIDE;
        var head = clipped(grid.head(), narrowest, place.box().height() / 4, cut);
        var rows = grid.rows().stream()
                .map(row -> clipped(row, narrowest, place.box().height() / 2, cut))
                .toList();
        return new Grid(head, rows);
    }

    private List<String> clipped(List<String> row, double width, double height, List<String> cut) {
        return row.stream().map(cell -> clipped(cell, width, height, cut)).toList();
    }

    private String clipped(String cell, double width, double height, List<String> cut) {
        var shown = Pieces.clipped(
                cell, text -> Typesetting.height(text, place.smallest(), width) + 2 * TableLayout.ABOVE <= height);
        if (!shown.equals(cell)) {
            cut.add(cell);
        }
        return shown;
    }
}
