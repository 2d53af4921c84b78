package studio.mofang.core.platform.html;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// Writes the blocks of an article. The words of a list item stand in a `section` of their own: without it 公众号's editor
/// tears nested lists apart.
final class BlockHtml extends InlineHtml {
    private static final Pattern TASK = Pattern.compile("\\[([ xX])] ");
    private static final Part[] HEADINGS = {Part.H1, Part.H2, Part.H3, Part.H4};
    private static final Part[] HEADING_WORDS = {Part.H1_WORDS, Part.H2_WORDS, Part.H3_WORDS};

    BlockHtml(Markup html) {
        super(html);
    }

    @Override
    public void visit(Heading node) {
        var rank = Math.min(node.getLevel(), HEADINGS.length);
        var tag = "h" + rank;
        html.open(tag, HEADINGS[rank - 1]);
        if (rank <= HEADING_WORDS.length && html.styled(HEADING_WORDS[rank - 1])) {
            within("span", HEADING_WORDS[rank - 1], node);
        } else {
            visitChildren(node);
        }
        html.close(tag);
    }

    @Override
    public void visit(Paragraph node) {
        if (Figure.alone(node)) {
            Figure.of(node).forEach(this::figure);
        } else if (node.getParent() instanceof ListItem) {
            within("section", Part.ITEM_WORDS, node);
        } else {
            within("p", node.getParent() instanceof BlockQuote ? Part.QUOTE_P : Part.P, node);
        }
    }

    @Override
    public void visit(BlockQuote node) {
        within("blockquote", Part.QUOTE, node);
    }

    @Override
    public void visit(BulletList node) {
        within("ul", listPart(node), node);
    }

    @Override
    public void visit(OrderedList node) {
        html.openList(
                listPart(node), Optional.ofNullable(node.getMarkerStartNumber()).orElse(1));
        visitChildren(node);
        html.close("ol");
    }

    @Override
    public void visit(ListItem node) {
        html.open("li", Part.ITEM, task(node) ? "list-style:none" : "");
        visitChildren(node);
        html.close("li");
    }

    @Override
    public void visit(Text node) {
        if (opensTask(node)) {
            var literal = node.getLiteral();
            html.text(literal.charAt(1) == ' ' ? "☐ " : "☑ ").text(literal.substring("[ ] ".length()));
        } else {
            super.visit(node);
        }
    }

    @Override
    public void visit(FencedCodeBlock node) {
        code(node.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock node) {
        code(node.getLiteral());
    }

    @Override
    public void visit(HtmlBlock node) {
        html.open("p", Part.P).lines(node.getLiteral().strip(), false).close("p");
    }

    @Override
    public void visit(ThematicBreak node) {
        html.rule();
    }

    @Override
    public void visit(CustomBlock node) {
        if (node instanceof TableBlock) {
            html.open("section", Part.SCROLL);
            within("table", Part.TABLE, node);
            html.close("section");
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(CustomNode node) {
        switch (node) {
            case TableHead head -> rows("thead", head);
            case TableBody body -> rows("tbody", body);
            case TableRow row -> rows("tr", row);
            case TableCell cell -> cell(cell);
            default -> super.visit(node);
        }
    }

    private void rows(String tag, Node node) {
        html.open(tag);
        visitChildren(node);
        html.close(tag);
    }

    private void cell(TableCell cell) {
        var tag = cell.isHeader() ? "th" : "td";
        html.open(tag, cell.isHeader() ? Part.TH : Part.TD, side(cell));
        visitChildren(cell);
        html.close(tag);
    }

    private static String side(TableCell cell) {
        return switch (cell.getAlignment()) {
            case LEFT -> "text-align:left";
            case CENTER -> "text-align:center";
            case RIGHT -> "text-align:right";
            case null -> "";
        };
    }

    private void code(String literal) {
        html.open("pre", Part.PRE).open("code", Part.PRE_CODE);
        html.lines(literal.stripTrailing(), true).close("code").close("pre");
    }

    private void figure(Image image) {
        html.open("section", Part.FIGURE);
        visit(image);
        var caption = Figure.caption(image);
        if (!caption.isBlank()) {
            html.open("section", Part.CAPTION).text(caption).close("section");
        }
        html.close("section");
    }

    private static Part listPart(Node list) {
        return list.getParent() instanceof ListItem ? Part.SUBLIST : Part.LIST;
    }

    private static boolean task(ListItem item) {
        return item.getFirstChild() instanceof Paragraph words
                && words.getFirstChild() instanceof Text text
                && TASK.matcher(text.getLiteral()).lookingAt();
    }

    private static boolean opensTask(Text text) {
        return text.getPrevious() == null
                && text.getParent() instanceof Paragraph words
                && words.getPrevious() == null
                && words.getParent() instanceof ListItem item
                && task(item);
    }
}
