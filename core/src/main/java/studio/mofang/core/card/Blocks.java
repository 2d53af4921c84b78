package studio.mofang.core.card;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import studio.mofang.core.card.Block.Kind;

/// Reads an article's blocks. Pictures are left out: they follow the cards as pictures of their own.
final class Blocks extends AbstractVisitor {
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int quotes;

    private Blocks() {}

    static List<Block> of(Node document) {
        var visitor = new Blocks();
        document.accept(visitor);
        return List.copyOf(visitor.blocks);
    }

    @Override
    public void visit(Heading node) {
        visitChildren(node);
        end(Block.of(node.getLevel() <= 2 ? Kind.HEADING : Kind.SUBHEADING, text.toString()));
    }

    @Override
    public void visit(Paragraph node) {
        visitChildren(node);
        if (node.getParent() instanceof ListItem item) {
            var mark = node.getPrevious() == null ? mark(item) : "";
            end(new Block(Kind.ITEM, text.toString(), mark, depth(item)));
        } else {
            end(Block.of(quotes > 0 ? Kind.QUOTE : Kind.PARAGRAPH, text.toString()));
        }
    }

    @Override
    public void visit(BlockQuote node) {
        quotes++;
        visitChildren(node);
        quotes--;
    }

    @Override
    public void visit(FencedCodeBlock node) {
        end(Block.of(Kind.CODE, node.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock node) {
        end(Block.of(Kind.CODE, node.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock node) {
        end(Block.of(Kind.PARAGRAPH, node.getLiteral()));
    }

    @Override
    public void visit(ThematicBreak node) {
        blocks.add(Block.of(Kind.RULE, ""));
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
        if (node instanceof TableCell && node.getNext() != null) {
            text.append(" ｜ ");
        } else if (node instanceof TableRow) {
            end(Block.of(Kind.ROW, text.toString()));
        }
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
    public void visit(Image node) {
        // A picture of its own.
    }

    private void end(Block block) {
        text.setLength(0);
        if (!block.text().isBlank()) {
            blocks.add(new Block(block.kind(), block.text().stripTrailing(), block.mark(), block.depth()));
        }
    }

    private static int depth(ListItem item) {
        var depth = 0;
        for (var above = above(item); above instanceof ListItem outer; above = above(outer)) {
            depth++;
        }
        return depth;
    }

    private static Node above(ListItem item) {
        return item.getParent().getParent();
    }

    private static String mark(ListItem item) {
        if (!(item.getParent() instanceof OrderedList list)) {
            return "•";
        }
        var number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (var before = item.getPrevious(); before != null; before = before.getPrevious()) {
            number++;
        }
        return number + ".";
    }
}
