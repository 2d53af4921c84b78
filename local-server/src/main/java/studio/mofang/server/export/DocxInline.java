package studio.mofang.server.export;

import java.net.URI;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// Writes what stands in a paragraph: words with their emphasis, links, line breaks.
final class DocxInline extends AbstractVisitor {
    private static final Set<String> SAFE = Set.of("http", "https", "mailto");
    private static final String LINK_COLOUR = "0A60C2";

    private final XWPFParagraph paragraph;
    private final DocxLayout.Type type;
    private int bold;
    private int italic;
    private int struck;
    private @Nullable String link;

    DocxInline(XWPFParagraph paragraph, DocxLayout.Type type) {
        this.paragraph = paragraph;
        this.type = type;
    }

    void write(Node node) {
        visitChildren(node);
    }

    @Override
    public void visit(Text node) {
        text(node.getLiteral(), type);
    }

    @Override
    public void visit(Code node) {
        text(node.getLiteral(), new DocxLayout.Type("等线", "Consolas", type.size() - 1, type.bold()));
    }

    @Override
    public void visit(HtmlInline node) {
        text(node.getLiteral(), type);
    }

    @Override
    public void visit(StrongEmphasis node) {
        bold++;
        visitChildren(node);
        bold--;
    }

    @Override
    public void visit(Emphasis node) {
        italic++;
        visitChildren(node);
        italic--;
    }

    @Override
    public void visit(CustomNode node) {
        int before = struck;
        struck += node instanceof Strikethrough ? 1 : 0;
        visitChildren(node);
        struck = before;
    }

    @Override
    public void visit(Link node) {
        link = safe(node.getDestination());
        visitChildren(node);
        link = null;
    }

    /// A picture lives elsewhere; its description leads there.
    @Override
    public void visit(Image node) {
        link = safe(node.getDestination());
        text("[图片：", type);
        visitChildren(node);
        text("]", type);
        link = null;
    }

    /// A line end in the source is a blank between words, and nothing between Chinese characters.
    @Override
    public void visit(SoftLineBreak node) {
        if (latinEnd(node.getPrevious()) || latinStart(node.getNext())) {
            text(" ", type);
        }
    }

    @Override
    public void visit(HardLineBreak node) {
        paragraph.createRun().addBreak();
    }

    private void text(String text, DocxLayout.Type as) {
        var run = link == null ? paragraph.createRun() : linked(link);
        DocxFrame.run(run, as, text);
        run.setBold(bold > 0 || as.bold());
        run.setItalic(italic > 0);
        run.setStrikeThrough(struck > 0);
    }

    private XWPFRun linked(String address) {
        var run = paragraph.createHyperlinkRun(address);
        run.setColor(LINK_COLOUR);
        run.setUnderline(UnderlinePatterns.SINGLE);
        return run;
    }

    private static @Nullable String safe(String destination) {
        try {
            var scheme = URI.create(destination).getScheme();
            return scheme != null && SAFE.contains(scheme.toLowerCase(java.util.Locale.ROOT)) ? destination : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static boolean latinEnd(@Nullable Node node) {
        return node instanceof Text text
                && !text.getLiteral().isEmpty()
                && text.getLiteral().codePointBefore(text.getLiteral().length()) < 0x2E80;
    }

    private static boolean latinStart(@Nullable Node node) {
        return node instanceof Text text
                && !text.getLiteral().isEmpty()
                && text.getLiteral().codePointAt(0) < 0x2E80;
    }
}
