package studio.mofang.core.content;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The studio's Markdown: CommonMark with tables and strikethrough. Raw HTML is shown as text and never becomes live.
public final class Markdown {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());
    /// Deeper than any writer goes; what walks the tree does so by recursion and must not run out of stack.
    private static final int DEEPEST = 60;

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new SafeUrls())
            .build();

    private Markdown() {}

    /// The document tree, without a front matter. Blocks know their lines.
    public static Node parse(String markdown) {
        return PARSER.parse(FrontMatter.split(markdown).body());
    }

    /// The body as an HTML fragment.
    public static String html(String markdown) {
        return HTML.render(parse(markdown));
    }

    /// The words alone: no marks, a line break between blocks, links by their text, pictures by their description.
    public static String text(String markdown) {
        var text = new PlainText();
        parse(markdown).accept(text);
        return text.text();
    }
}
