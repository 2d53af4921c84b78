package studio.mofang.server.export;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Writes the blocks of a Markdown text into a Word file.
final class DocxWriter extends AbstractVisitor {
    private static final DocxLayout.Type CODE = new DocxLayout.Type("等线", "Consolas", 10, false);
    private static final String CODE_GROUND = "F6F8FA";
    private static final int QUOTE_INDENT = 420;

    private final DocxFrame frame;
    private final DocxLists lists;
    private final Deque<BigInteger> open = new ArrayDeque<>();
    private int quotes;
    private boolean itemBegins;

    DocxWriter(DocxFrame frame) {
        this.frame = frame;
        this.lists = new DocxLists(frame.document());
    }

    @Override
    public void visit(Heading node) {
        inline(frame.heading(node.getLevel()), frame.layout().heading(node.getLevel()), node);
    }

    @Override
    public void visit(Paragraph node) {
        inline(paragraph(node), frame.layout().body(), node);
    }

    @Override
    public void visit(BulletList node) {
        list(lists.bullets(), node);
    }

    @Override
    public void visit(OrderedList node) {
        var start = node.getMarkerStartNumber();
        list(lists.numbers(start == null ? 1 : start), node);
    }

    @Override
    public void visit(ListItem node) {
        itemBegins = true;
        visitChildren(node);
        itemBegins = false;
    }

    @Override
    public void visit(BlockQuote node) {
        quotes++;
        visitChildren(node);
        quotes--;
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
        code(node.getLiteral());
    }

    @Override
    public void visit(ThematicBreak node) {
        frame.plain().setBorderBottom(Borders.SINGLE);
    }

    @Override
    public void visit(CustomBlock node) {
        if (node instanceof TableBlock table) {
            new DocxTable(frame).write(table);
        } else {
            visitChildren(node);
        }
    }

    private void list(BigInteger number, Node node) {
        open.push(number);
        visitChildren(node);
        open.pop();
    }

    private XWPFParagraph paragraph(Node node) {
        if (!open.isEmpty()) {
            return item();
        }
        if (quotes > 0) {
            return quote();
        }
        return frame.layout().official() ? OfficialParagraph.of(frame, node) : frame.text();
    }

    private XWPFParagraph item() {
        var paragraph = frame.plain();
        int level = Math.min(open.size() - 1, DocxLists.DEEPEST);
        if (itemBegins) {
            paragraph.setNumID(open.peek());
            paragraph.setNumILvl(BigInteger.valueOf(level));
            itemBegins = false;
        } else {
            paragraph.setIndentationLeft(DocxLists.indent(level));
        }
        return paragraph;
    }

    private XWPFParagraph quote() {
        var paragraph = frame.plain();
        paragraph.setIndentationLeft(QUOTE_INDENT * quotes);
        paragraph.setBorderLeft(Borders.THICK);
        return paragraph;
    }

    private void code(String literal) {
        var paragraph = frame.plain();
        paragraph.getCTP().getPPr().addNewShd().setFill(CODE_GROUND);
        var lines = literal.stripTrailing().split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            var run = paragraph.createRun();
            DocxFrame.run(run, CODE, lines[i]);
            if (i + 1 < lines.length) {
                run.addBreak();
            }
        }
    }

    private void inline(XWPFParagraph paragraph, DocxLayout.Type type, Node node) {
        new DocxInline(paragraph, type).write(node);
    }
}
