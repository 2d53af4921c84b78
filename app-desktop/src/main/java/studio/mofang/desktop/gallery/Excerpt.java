package studio.mofang.desktop.gallery;

import java.util.stream.Collectors;
import studio.mofang.core.Creations.Creation;

/// The beginning of a text as a card shows it: without Markdown's marks, without the title said once more, and without
/// the quotation before it, which is the same note on every draft; unless there is nothing else.
final class Excerpt {
    /// More than fit on a card, even after a quotation.
    private static final int LINES = 40;

    private Excerpt() {}

    static String of(Creation creation) {
        var lines = creation.content()
                .lines()
                .filter(line -> !plain(line).isEmpty() && !plain(line).equals(creation.title()))
                .limit(LINES)
                .toList();
        var body = lines.stream().dropWhile(Excerpt::quoted).toList();
        return (body.isEmpty() ? lines : body).stream().map(Excerpt::plain).collect(Collectors.joining(" "));
    }

    private static boolean quoted(String line) {
        return line.stripLeading().startsWith(">");
    }

    private static String plain(String line) {
        return line.replaceFirst("^\\s*(?:#{1,6}|>|[-*+]|\\d+[.)])\\s+", "")
                .replaceAll("[*_`~]+|!?\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .strip();
    }
}
