package studio.mofang.core.platform.html;

import java.util.Set;
import java.util.regex.Pattern;
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
import studio.mofang.core.content.SafeUrls;

/// Writes what stands inside of a line.
class InlineHtml extends AbstractVisitor {
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");
    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

    /// Articles of the same platform: the only links that work in one (公众号).
    private static final Pattern OWN = Pattern.compile("(?i)https?://mp\\.weixin\\.qq\\.com/.*");

    private static final Set<Character.UnicodeScript> UNSPACED =
            Set.of(Character.UnicodeScript.HAN, Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA);
    private static final SafeUrls SAFE = new SafeUrls();

    final Markup html;
    final Footnotes footnotes = new Footnotes();

    InlineHtml(Markup html) {
        this.html = html;
    }

    @Override
    public void visit(Text node) {
        html.text(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        html.open("code", Part.CODE).text(node.getLiteral()).close("code");
    }

    @Override
    public void visit(Emphasis node) {
        within("em", Part.EM, node);
    }

    @Override
    public void visit(StrongEmphasis node) {
        within("strong", Part.STRONG, node);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Strikethrough) {
            within("del", Part.DEL, node);
        } else {
            visitChildren(node);
        }
    }

    /// Chinese has no spaces: a line wrapped by hand in the source is no gap in the text.
    @Override
    public void visit(SoftLineBreak node) {
        if (!(unspaced(last(node.getPrevious())) && unspaced(first(node.getNext())))) {
            html.text(" ");
        }
    }

    @Override
    public void visit(HardLineBreak node) {
        html.lineBreak();
    }

    @Override
    public void visit(HtmlInline node) {
        if (BREAK.matcher(node.getLiteral()).matches()) {
            html.lineBreak();
        } else {
            html.text(node.getLiteral());
        }
    }

    @Override
    public void visit(Image node) {
        var source = SAFE.sanitizeImageUrl(node.getDestination());
        if (source.isBlank()) {
            html.text(Words.of(node));
        } else {
            html.picture(source, Words.of(node));
        }
    }

    @Override
    public void visit(Link node) {
        var address = node.getDestination();
        if (OWN.matcher(address).matches()) {
            html.link(address);
            visitChildren(node);
            html.close("a");
            return;
        }
        var words = Words.of(node);
        boolean told = !WEB.matcher(address).matches() || words.strip().equals(address);
        if (told) {
            visitChildren(node);
            return;
        }
        html.open("span", Part.LINK);
        visitChildren(node);
        html.close("span").open("sup", Part.MARK).text("[" + footnotes.number(address, words) + "]");
        html.close("sup");
    }

    final void within(String tag, Part part, Node node) {
        html.open(tag, part);
        visitChildren(node);
        html.close(tag);
    }

    private static int last(@Nullable Node node) {
        var words = node == null ? "" : Words.of(node);
        return words.isEmpty() ? ' ' : words.codePointBefore(words.length());
    }

    private static int first(@Nullable Node node) {
        var words = node == null ? "" : Words.of(node);
        return words.isEmpty() ? ' ' : words.codePointAt(0);
    }

    /// Chinese and Japanese letters, and the full-width marks between them.
    private static boolean unspaced(int point) {
        return UNSPACED.contains(Character.UnicodeScript.of(point))
                || point >= 0x3000 && point <= 0x303F
                || point >= 0xFF00 && point <= 0xFFEF
                || "“”‘’…—·".indexOf(point) >= 0;
    }
}
