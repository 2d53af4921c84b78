package studio.mofang.core.platform.html;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// The words of a part of a line.
final class Words extends AbstractVisitor {
    private final StringBuilder words = new StringBuilder();

    private Words() {}

    static String of(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        var visitor = new Words();
        node.accept(visitor);
        return visitor.words.toString();
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
    public void visit(SoftLineBreak node) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        words.append(' ');
    }
}
