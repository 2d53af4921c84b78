package studio.mofang.desktop.gallery;

import java.util.stream.Collectors;
import studio.mofang.core.Creations.Creation;

/// The beginning of a text as a card shows it: without Markdown's marks, and without the title said once more.
final class Excerpt {
    private Excerpt() {}

    static String of(Creation creation) {
        return creation.content()
                .lines()
                .map(Excerpt::plain)
                .filter(line -> !line.isEmpty() && !line.equals(creation.title()))
                .collect(Collectors.joining(" "));
    }

    private static String plain(String line) {
        return line.replaceFirst("^\\s*(?:#{1,6}|>|[-*+]|\\d+[.)])\\s+", "")
                .replaceAll("[*_`~]+|!?\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .strip();
    }
}
