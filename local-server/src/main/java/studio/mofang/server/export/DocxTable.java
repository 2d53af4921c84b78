package studio.mofang.server.export;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/// Writes a Markdown table as a real one, its head shaded.
final class DocxTable {
    private static final String HEAD_GROUND = "F0F2F4";

    private final DocxFrame frame;

    DocxTable(DocxFrame frame) {
        this.frame = frame;
    }

    void write(TableBlock block) {
        var rows = rows(block);
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) {
            return;
        }
        var table = frame.document().createTable(rows.size(), columns);
        table.setWidth("100%");
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                cell(table.getRow(row).getCell(column), rows.get(row).get(column));
            }
        }
        frame.plain();
    }

    private void cell(XWPFTableCell cell, TableCell content) {
        var paragraph = cell.getParagraphs().getFirst();
        paragraph.setAlignment(alignment(content));
        var body = frame.layout().body();
        var type = new DocxLayout.Type(body.chinese(), body.latin(), body.size() - 1, content.isHeader());
        if (content.isHeader()) {
            cell.setColor(HEAD_GROUND);
        }
        new DocxInline(paragraph, type).write(content);
    }

    private static ParagraphAlignment alignment(TableCell cell) {
        return switch (cell.getAlignment()) {
            case CENTER -> ParagraphAlignment.CENTER;
            case RIGHT -> ParagraphAlignment.RIGHT;
            case null, default -> ParagraphAlignment.LEFT;
        };
    }

    private static List<List<TableCell>> rows(Node block) {
        var rows = new ArrayList<List<TableCell>>();
        for (var part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        return rows;
    }

    private static List<TableCell> cells(Node row) {
        var cells = new ArrayList<TableCell>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell found) {
                cells.add(found);
            }
        }
        return cells;
    }
}
