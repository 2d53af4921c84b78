package studio.mofang.core.platform;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// An article's blocks as plain text for editors that know no marks: headings in 【】, list items with their bullets,
/// table rows with bars. Pictures and links to stored files are left out; they are posted beside the text.
final class PlainBlocks extends AbstractVisitor {
    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();

    private PlainBlocks() {}

    static List<String> of(Node document) {
        var visitor = new PlainBlocks();
        document.accept(visitor);
        visitor.end();
        return List.copyOf(visitor.blocks);
    }

    @Override
    public void visit(Heading node) {
        end();
        block.append('【');
        visitChildren(node);
        block.append('】');
        end();
    }

    @Override
    public void visit(Paragraph node) {
        visitChildren(node);
        if (!(node.getParent() instanceof ListItem)) {
            end();
        } else if (node.getNext() != null) {
            block.append('\n');
        }
    }

    @Override
    public void visit(ListItem node) {
        if (!block.isEmpty() && block.charAt(block.length() - 1) != '\n') {
            block.append('\n');
        }
        block.append("　".repeat(depth(node))).append(mark(node));
        visitChildren(node);
        if (depth(node) == 0 && node.getNext() == null) {
            end();
        }
    }

    @Override
    public void visit(CustomBlock node) {
        visitChildren(node);
        if (node instanceof TableBlock) {
            end();
        }
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
        if (node instanceof TableCell && node.getNext() != null) {
            block.append("｜");
        } else if (node instanceof TableRow) {
            block.append('\n');
        }
    }

    @Override
    public void visit(FencedCodeBlock node) {
        block.append(node.getLiteral());
        end();
    }

    @Override
    public void visit(IndentedCodeBlock node) {
        block.append(node.getLiteral());
        end();
    }

    @Override
    public void visit(HtmlBlock node) {
        block.append(node.getLiteral());
        end();
    }

    @Override
    public void visit(Text node) {
        block.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        block.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlInline node) {
        block.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        block.append('\n');
    }

    @Override
    public void visit(HardLineBreak node) {
        block.append('\n');
    }

    @Override
    public void visit(Image node) {
        // Posted beside the text.
    }

    @Override
    public void visit(Link node) {
        if (!MediaLinks.leads(node)) {
            visitChildren(node);
        }
    }

    private void end() {
        var text = block.toString().strip();
        block.setLength(0);
        if (!text.isEmpty()) {
            blocks.add(text);
        }
    }

    private static int depth(ListItem item) {
        var depth = 0;
        for (var above = item.getParent().getParent();
                above instanceof ListItem outer;
                above = outer.getParent().getParent()) {
            depth++;
        }
        return depth;
    }

    private static String mark(ListItem item) {
        if (!(item.getParent() instanceof OrderedList list)) {
            return "• ";
        }
        var number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (var before = item.getPrevious(); before != null; before = before.getPrevious()) {
            number++;
        }
        return number + ". ";
    }
}
