package studio.mofang.core.content;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Collects the words of a document, block by block.
final class PlainText extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    String text() {
        return text.toString().strip();
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlInline node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append('\n');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append('\n');
    }

    @Override
    public void visit(Heading node) {
        block(() -> visitChildren(node));
    }

    @Override
    public void visit(Paragraph node) {
        block(() -> visitChildren(node));
    }

    @Override
    public void visit(HtmlBlock node) {
        block(() -> text.append(node.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock node) {
        block(() -> text.append(node.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock node) {
        block(() -> text.append(node.getLiteral()));
    }

    @Override
    public void visit(ListItem node) {
        lineBreak();
        text.append(mark(node));
        visitChildren(node);
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
        if (node instanceof TableCell && node.getNext() != null) {
            text.append('\t');
        } else if (node instanceof TableRow) {
            lineBreak();
        }
    }

    private void block(Runnable content) {
        lineBreak();
        content.run();
        lineBreak();
    }

    private void lineBreak() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n' && !markOnly()) {
            text.append('\n');
        }
    }

    /// Whether the line so far is a list mark waiting for its paragraph.
    private boolean markOnly() {
        return text.substring(text.lastIndexOf("\n") + 1).matches("(?:•|\\d{1,9}\\.) ");
    }

    private static String mark(ListItem item) {
        if (!(item.getParent() instanceof OrderedList list)) {
            return "• ";
        }
        var number = list.getMarkerStartNumber();
        for (var before = item.getPrevious(); before != null; before = before.getPrevious()) {
            number++;
        }
        return number + ". ";
    }
}
