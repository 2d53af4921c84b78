package studio.mofang.core.content;

/// How long a text is, as Chinese writers count: each Chinese character is a word, so is each Latin word or number.
///
/// @param chinese Chinese characters and kana
/// @param latin words and numbers in other scripts
/// @param characters everything but white space, punctuation included, as platforms count their limits
public record WordCount(int chinese, int latin, int characters) {
    private static final int CHINESE_PER_MINUTE = 400;
    private static final int LATIN_PER_MINUTE = 200;
    private static final int FIRST_CJK = 0x2E80;
    private static final int FIRST_COMMON = 0x4E00;
    private static final int LAST_COMMON = 0x9FFF;
    /// Between letters they join the parts of one word: it's, 3.5, e-mail.
    private static final String JOINTS = "'’._-";

    /// Counts a plain text, in one pass: the editor asks for it with every few keys.
    public static WordCount of(String text) {
        int chinese = 0;
        int latin = 0;
        int characters = 0;
        boolean afterLetter = false;
        boolean afterJoint = false;
        for (int i = 0, point; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            boolean han = chinese(point);
            boolean letter = !han && letter(point);
            chinese += han ? 1 : 0;
            latin += letter && !afterLetter && !afterJoint ? 1 : 0;
            characters += blank(point) ? 0 : 1;
            afterJoint = afterLetter && JOINTS.indexOf(point) >= 0;
            afterLetter = letter;
        }
        return new WordCount(chinese, latin, characters);
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

    private static boolean chinese(int point) {
        if (point < FIRST_CJK) {
            return false;
        }
        if (point >= FIRST_COMMON && point <= LAST_COMMON) {
            return true;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    /// Letters, numbers and the marks upon them.
    private static boolean letter(int point) {
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean blank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }
}
