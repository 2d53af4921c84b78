package studio.mofang.core.deck;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// The words of a paragraph or a heading, on one line; pictures are left out.
final class Inline extends AbstractVisitor {
    private final StringBuilder words = new StringBuilder();

    private Inline() {}

    static String text(Node node) {
        var inline = new Inline();
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            child.accept(inline);
        }
        return inline.words.toString().strip();
    }

    @Override
    public void visit(Text node) {
        words.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        words.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlInline node) {
        words.append(node.getLiteral());
    }

    @Override
    public void visit(Image node) {}

    @Override
    public void visit(SoftLineBreak node) {
        space();
    }

    @Override
    public void visit(HardLineBreak node) {
        space();
    }

    /// Chinese has no space between lines.
    private void space() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) < 0x2E80) {
            words.append(' ');
        }
    }
}
