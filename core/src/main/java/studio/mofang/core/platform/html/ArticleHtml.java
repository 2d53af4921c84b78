package studio.mofang.core.platform.html;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.Markdown;

/// An article's Markdown as HTML for a platform's editor. Pictures keep the source they have in the text until
/// `withPictures` puts uploaded ones in their place.
public final class ArticleHtml {
    private static final Pattern PICTURE = Pattern.compile("(<img src=\")([^\"]*)");

    private ArticleHtml() {}

    /// `labelled` puts the visible AI label before the text.
    public static String of(String markdown, boolean labelled, Theme theme) {
        var html = new Markup(theme);
        html.open("section", Part.PAGE);
        if (labelled) {
            html.open("p", Part.LABEL).text(AiLabel.VISIBLE).close("p");
        }
        var blocks = new BlockHtml(html);
        Markdown.parse(markdown).accept(blocks);
        blocks.footnotes.write(html);
        return html.close("section").toString();
    }

    /// The sources of the pictures in their order, each once.
    public static List<String> pictures(String html) {
        return PICTURE.matcher(html)
                .results()
                .map(found -> unescaped(found.group(2)))
                .distinct()
                .toList();
    }

    /// The HTML with every picture's source replaced by what `address` says.
    public static String withPictures(String html, UnaryOperator<String> address) {
        return PICTURE.matcher(html).replaceAll(found -> replaced(found, address));
    }

    private static String replaced(MatchResult found, UnaryOperator<String> address) {
        return Matcher.quoteReplacement(found.group(1) + escaped(address.apply(unescaped(found.group(2)))));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
