package studio.mofang.core.content;

import java.util.regex.Pattern;

/// How long a text is, as Chinese writers count: each Chinese character is a word, so is each Latin word or number.
///
/// @param chinese Chinese characters and kana
/// @param latin words and numbers in other scripts
/// @param characters everything but white space, punctuation included, as platforms count their limits
public record WordCount(int chinese, int latin, int characters) {
    private static final int CHINESE_PER_MINUTE = 400;
    private static final int LATIN_PER_MINUTE = 200;
    private static final String CJK = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}";
    private static final Pattern CHINESE = Pattern.compile("[" + CJK + "]");
    private static final String LETTER = "[\\p{L}\\p{N}\\p{M}&&[^" + CJK + "]]";

    /// A run of letters that goes on no word before it: the parts of it's, 3.5 and e-mail are one word.
    private static final Pattern LATIN =
            Pattern.compile("(?<!" + LETTER + ")(?<!" + LETTER + "['’._-])" + LETTER + "++");

    /// Counts a plain text.
    public static WordCount of(String text) {
        return new WordCount(
                (int) CHINESE.matcher(text).results().count(),
                (int) LATIN.matcher(text).results().count(),
                (int) text.codePoints().filter(point -> !blank(point)).count());
    }

    /// Counts the words of a Markdown text, not its marks.
    public static WordCount ofMarkdown(String markdown) {
        return of(Markdown.text(markdown));
    }

    /// 字数 as the studio shows it.
    public int words() {
        return chinese + latin;
    }

    /// Minutes to read it, rounded up; 0 only for no words.
    public int readingMinutes() {
        var minutes = (double) chinese / CHINESE_PER_MINUTE + (double) latin / LATIN_PER_MINUTE;
        return (int) Math.ceil(minutes);
    }

    public WordCount plus(WordCount other) {
        return new WordCount(chinese + other.chinese, latin + other.latin, characters + other.characters);
    }

    private static boolean blank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }
}
