package studio.mofang.core.platform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.Markdown;
import studio.mofang.core.content.MarkdownExport;

/// A creation as the platforms take it: title and text apart, without front matter and without the label that the forms
/// put back in their own way.
///
/// @param body Markdown below the title
/// @param linesBefore lines of the creation's text that are no part of the body
/// @param label present when a model wrote the text
/// @param video the creation's own video, named as in texts; present when the creation is one
public record Article(
        String title,
        String body,
        int linesBefore,
        List<String> tags,
        @Nullable AiLabel label,
        @Nullable String video) {
    private static final String VIDEO = "video";
    private static final Pattern TITLE = Pattern.compile("\\A\\s*# +(\\S.*?)(?: +#+)?[ \\t]*(?:\\R|\\z)");

    public Article {
        tags = List.copyOf(tags);
    }

    public static Article of(Creation creation) {
        var article = of(creation.title(), creation.content(), creation.tags(), AiLabel.of(creation));
        return creation.type().equals(VIDEO) ? article.showing(MediaLinks.of(article.document())) : article;
    }

    /// A heading of the first rank that opens the text is its title where it has none of its own, and is not said twice
    /// where it says the same.
    public static Article of(String title, String markdown, List<String> tags, Optional<AiLabel> label) {
        var known = label.or(() -> MarkdownExport.label(markdown));
        var body = MarkdownExport.body(markdown);
        var heading = TITLE.matcher(body);
        var named = title.strip();
        if (heading.find()) {
            var said = Markdown.text(heading.group(1));
            if (named.isEmpty() || named.equals(said)) {
                named = said;
                body = body.substring(heading.end());
            }
        }
        return new Article(named, body, lines(markdown) - lines(body), tags, known.orElse(null), null);
    }

    public Article titled(String other) {
        return new Article(other, body, linesBefore, tags, label, video);
    }

    public Article tagged(List<String> others) {
        return new Article(title, body, linesBefore, others, label, video);
    }

    private Article showing(List<String> linked) {
        return new Article(
                title,
                body,
                linesBefore,
                tags,
                label,
                linked.stream().findFirst().orElse(null));
    }

    /// The tree of the body; lines count from the body's first.
    public Node document() {
        return Markdown.parse(body);
    }

    private static int lines(String text) {
        return (int) text.chars().filter(point -> point == '\n').count();
    }
}
