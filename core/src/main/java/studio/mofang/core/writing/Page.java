package studio.mofang.core.writing;

import java.util.List;
import java.util.stream.Collectors;

/// A Markdown page while it is being written, block after block.
final class Page {
    private final StringBuilder text = new StringBuilder();

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    Page heading(int level, String title) {
        return block("#".repeat(level) + " " + oneLine(title));
    }

    /// A paragraph of one line.
    Page line(String line) {
        return block(oneLine(line));
    }

    Page note(String line) {
        return block("> " + oneLine(line));
    }

    /// Markdown as it is, set off by blank lines; nothing when blank.
    Page block(String markdown) {
        if (!markdown.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(markdown.strip());
        }
        return this;
    }

    Page blocks(List<String> blocks) {
        blocks.forEach(this::block);
        return this;
    }

    Page bullets(List<String> items) {
        return list("- ", items);
    }

    Page checks(List<String> items) {
        return list("- [ ] ", items);
    }

    Page table(List<String> header, List<List<String>> rows) {
        var rule = header.stream().map(_ -> "---").toList();
        var body = rows.stream().map(Page::row).collect(Collectors.joining("\n"));
        return block(row(header) + "\n" + row(rule) + "\n" + body);
    }

    String text() {
        return text + "\n";
    }

    private Page list(String mark, List<String> items) {
        return block(items.stream().map(item -> mark + oneLine(item)).collect(Collectors.joining("\n")));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Page::cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(String text) {
        return oneLine(text).replace("\\", "\\\\").replace("|", "\\|");
    }
}
