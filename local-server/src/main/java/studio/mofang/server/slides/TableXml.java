package studio.mofang.server.slides;

import java.util.List;
import studio.mofang.core.deck.Grid;
import studio.mofang.core.deck.Place;
import studio.mofang.core.deck.TableLayout;

/// A native table: a head in the theme's first accent, rows in turn on two grounds, thin lines between
/// them.
final class TableXml {
    /// "No style, no grid": the cells bring their own colours of the theme.
    private static final String STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

    /// The list of table styles, which every presentation has, and which may be empty.
    static final String STYLES_PART = "/ppt/tableStyles.xml";

    static final String STYLES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml";
    static final String STYLES =
            Xml.HEAD + "<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" def=\"" + STYLE
                    + "\"/>";

    private static final String NUMBER = "[-+]?[¥$€]?\\d[\\d,.]*\\s?(?:%|‰|[万亿]?[元人个次天年月件倍])?";

    private final Grid grid;
    private final TableLayout layout;

    TableXml(Grid grid, Place place) {
        this.grid = grid;
        this.layout = TableLayout.of(grid, place);
    }

    double height() {
        return layout.height();
    }

    String xml() {
        var xml = new StringBuilder("<a:tbl><a:tblPr firstRow=\"1\" bandRow=\"1\"><a:tableStyleId>" + STYLE
                + "</a:tableStyleId></a:tblPr><a:tblGrid>");
        layout.widths()
                .forEach(width ->
                        xml.append("<a:gridCol w=\"").append(Xml.emu(width)).append("\"/>"));
        xml.append("</a:tblGrid>");
        var lines = grid.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(xml, lines.get(i), i);
        }
        return xml.append("</a:tbl>").toString();
    }

    private void line(StringBuilder xml, List<String> cells, int index) {
        xml.append("<a:tr h=\"").append(Xml.emu(layout.heights().get(index))).append("\">");
        for (int column = 0; column < cells.size(); column++) {
            cell(xml, cells.get(column), index, column);
        }
        xml.append("</a:tr>");
    }

    private void cell(StringBuilder xml, String text, int index, int column) {
        boolean head = index == 0;
        var align = !head && text.matches(NUMBER) || head && numbers(column) ? "r" : "l";
        xml.append("<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>");
        text.lines().forEach(line -> paragraph(xml, line, align, head, column == 0));
        if (text.isEmpty()) {
            paragraph(xml, "", align, head, column == 0);
        }
        xml.append("</a:txBody><a:tcPr marL=\"")
                .append(Xml.emu(TableLayout.SIDE))
                .append("\" marR=\"")
                .append(Xml.emu(TableLayout.SIDE))
                .append("\" marT=\"")
                .append(Xml.emu(TableLayout.ABOVE))
                .append("\" marB=\"")
                .append(Xml.emu(TableLayout.ABOVE))
                .append("\" anchor=\"ctr\">")
                .append(border(head ? "accent1" : "bg2 88"))
                .append(head ? Art.fill("accent1") : index % 2 == 0 ? Art.fill("bg2") : "<a:noFill/>")
                .append("</a:tcPr></a:tc>");
    }

    private void paragraph(StringBuilder xml, String text, String align, boolean head, boolean first) {
        var size = " sz=\"" + layout.size() + "00\"" + (head || first ? " b=\"1\"" : "");
        var colour = Art.fill(head ? "lt1" : "tx1");
        xml.append("<a:p><a:pPr algn=\"").append(align).append("\"/>");
        if (text.isEmpty()) {
            xml.append("<a:endParaRPr lang=\"zh-CN\"").append(size).append("/>");
        } else {
            xml.append("<a:r><a:rPr lang=\"zh-CN\" altLang=\"en-US\"")
                    .append(size)
                    .append(" dirty=\"0\">")
                    .append(colour)
                    .append("</a:rPr><a:t>")
                    .append(Xml.text(text))
                    .append("</a:t></a:r>");
        }
        xml.append("</a:p>");
    }

    /// Figures stand on the right, and so does what stands over them.
    private boolean numbers(int column) {
        return !grid.rows().isEmpty()
                && grid.rows().stream().map(row -> row.get(column)).allMatch(cell -> cell.matches(NUMBER));
    }

    private static String border(String colour) {
        return "<a:lnB w=\"9525\">" + Art.fill(colour) + "</a:lnB>";
    }
}
