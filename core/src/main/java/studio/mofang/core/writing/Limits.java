package studio.mofang.core.writing;

import java.util.Optional;

/// How long the texts of a brief may be, in characters as a person counts them (code points).
final class Limits {
    static final int TITLE = 200;
    static final int KEYWORD = 50;
    static final int KEYWORDS = 20;
    static final int REQUIREMENTS = 5_000;
    static final int SOURCE_TEXT = 50_000;

    private Limits() {}

    static Optional<String> tooLong(String label, String text, int max) {
        var length = text.codePointCount(0, text.length());
        return length > max
                ? Optional.of("「%s」最多 %d 个字，现在有 %d 个，请删减。".formatted(label, max, length))
                : Optional.empty();
    }

    /// The text in at most `max` characters, the last of them an ellipsis where something was cut.
    static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
    }
}
