package studio.mofang.core.writing;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// Splits a text into paragraphs and sentences, Chinese and Latin; nothing but white space is lost.
final class Sentences {
    private static final String AFTER_AN_END = "(?<=[。！？；!?;…][”’」』）)\"]{0,2})(?![。！？；!?;…”’」』）)\"])|(?<=[.]\\s)|\\n";

    private Sentences() {}

    static List<String> of(String text) {
        return split(text, AFTER_AN_END);
    }

    static List<String> paragraphs(String text) {
        return split(text, "\\R");
    }

    static String last(String text) {
        var sentences = of(text);
        return sentences.isEmpty() ? "" : sentences.getLast();
    }

    private static List<String> split(String text, String at) {
        return Arrays.stream(text.split(at))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
