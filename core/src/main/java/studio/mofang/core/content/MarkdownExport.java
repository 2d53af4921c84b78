package studio.mofang.core.content;

import java.util.Optional;

/// A text as a Markdown file. What a model made carries exactly one metadata label and one visible label; a label that
/// the text already has is kept or replaced, never stripped, never doubled.
public final class MarkdownExport {
    private MarkdownExport() {}

    /// The file's content. The title becomes its first heading where the text has none of that rank at its beginning.
    public static String of(String title, String markdown, Optional<AiLabel> label) {
        var matter = FrontMatter.split(markdown);
        var kept = label.or(() -> MarkdownLabel.read(matter));
        var titled = new FrontMatter(matter.lines(), body(title, matter, kept));
        return kept.map(found -> MarkdownLabel.write(titled, found))
                        .orElse(titled)
                        .markdown()
                        .stripTrailing()
                + "\n";
    }

    /// The label a Markdown file carries.
    public static Optional<AiLabel> label(String file) {
        return MarkdownLabel.read(FrontMatter.split(file));
    }

    /// The text of a Markdown file, without front matter and visible label: what an import puts into the editor.
    public static String body(String file) {
        return MarkdownLabel.withoutVisible(FrontMatter.split(file).body());
    }

    /// The text under its title. A visible label is taken away only where an export puts it back.
    static String body(String title, FrontMatter matter, Optional<AiLabel> label) {
        var body = label.isPresent() ? MarkdownLabel.withoutVisible(matter.body()) : matter.body();
        return title.isBlank() || hasTitle(body) ? body : "# " + title.strip().replaceAll("\\s+", " ") + "\n\n" + body;
    }

    private static boolean hasTitle(String body) {
        return body.lines().limit(10).anyMatch(line -> line.startsWith("# "));
    }
}
