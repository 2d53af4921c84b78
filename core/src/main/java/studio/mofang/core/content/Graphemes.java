package studio.mofang.core.content;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A text as what a reader calls its characters: an emoji of several code points is one, so is a letter with its marks.
public final class Graphemes {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Graphemes() {}

    public static List<String> of(String text) {
        return GRAPHEME.matcher(text).results().map(MatchResult::group).toList();
    }

    /// The first `most` of them.
    public static String first(String text, int most) {
        return String.join("", of(text).stream().limit(most).toList());
    }
}
