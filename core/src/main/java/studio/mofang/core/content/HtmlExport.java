package studio.mofang.core.content;

import java.util.Optional;
import java.util.regex.Pattern;

/// A text as one self-contained HTML file for reading and printing Chinese. It runs no script, whatever the text says.
public final class HtmlExport {
    private static final Pattern LABEL = Pattern.compile("<meta name=\"AIGC\" content=\"([^\"]*)\">");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http: https: data: file:; style-src 'unsafe-inline'">
            %s<title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <article>
            %s%s</article>
            </body>
            </html>
            """;

    private HtmlExport() {}

    public static String of(String title, String markdown, Optional<AiLabel> label) {
        var matter = FrontMatter.split(markdown);
        var kept = label.or(() -> MarkdownLabel.read(matter));
        var body = MarkdownExport.body(title, matter, kept);
        return PAGE.formatted(
                kept.map(HtmlExport::meta).orElse(""),
                escaped(title.isBlank() ? "未命名" : title.strip()),
                ReadingStyle.CSS,
                kept.isPresent() ? "<p class=\"ai-label\" role=\"note\">" + AiLabel.VISIBLE + "</p>\n" : "",
                Markdown.html(body));
    }

    /// The label an exported HTML file carries in its head.
    public static Optional<AiLabel> label(String file) {
        var head = file.substring(0, Math.max(0, file.indexOf("</head>")));
        return LABEL.matcher(head).results().findFirst().flatMap(meta -> AiLabel.fromJson(unescaped(meta.group(1))));
    }

    private static String meta(AiLabel label) {
        return "<meta name=\"" + AiLabel.KEY + "\" content=\"" + escaped(label.json()) + "\">\n";
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
