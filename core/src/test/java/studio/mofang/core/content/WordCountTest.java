package studio.mofang.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class WordCountTest {
    @Test
    void chineseCountsByCharacterAndLatinByWord() {
        assertThat(WordCount.of("用 AI 写 2000 字，it's OK！")).isEqualTo(new WordCount(3, 4, 17));
    }

    @Test
    void theMarksOfMarkdownAreNoWords() {
        var count = WordCount.ofMarkdown("# 标题\n\n**重点** 和 [链接](https://example.com/a/b)\n");

        assertThat(count.words()).isEqualTo(7);
    }

    @Test
    void readingTakesWholeMinutesAndNoneForNothing() {
        assertThat(WordCount.of("").readingMinutes()).isZero();
        assertThat(WordCount.of("字").readingMinutes()).isEqualTo(1);
        assertThat(WordCount.of("字".repeat(801)).readingMinutes()).isEqualTo(3);
    }

    @Test
    void aWordOfAnyLengthIsOneWord() {
        assertThat(WordCount.of("it's 3.5 e-mail a.bc").latin()).isEqualTo(4);
        assertThat(WordCount.of("a.".repeat(200_000)).latin()).isEqualTo(1);
    }

    @Property
    void twoTextsOnLinesOfTheirOwnCountAsTheirSum(@ForAll String above, @ForAll String below) {
        assertThat(WordCount.of(above + "\n" + below))
                .isEqualTo(WordCount.of(above).plus(WordCount.of(below)));
    }

    @Property
    void onePassCountsWhatThePatternsSay(@ForAll String anything, @ForAll("scripts") String mixed) {
        assertThat(WordCount.of(anything)).isEqualTo(byPattern(anything));
        assertThat(WordCount.of(mixed)).isEqualTo(byPattern(mixed));
    }

    @Provide
    static Arbitrary<String> scripts() {
        return Arbitraries.strings()
                .withChars("汉字〇々かナーａ１ab1é'’._- \u3000\n，。①\u0301ⅷ🙂")
                .ofMaxLength(40);
    }

    private static WordCount byPattern(String text) {
        var cjk = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}";
        var letter = "[\\p{L}\\p{N}\\p{M}&&[^" + cjk + "]]";
        var word = "(?<!" + letter + ")(?<!" + letter + "['’._-])" + letter + "++";
        var characters = text.codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                .count();
        return new WordCount(matches("[" + cjk + "]", text), matches(word, text), (int) characters);
    }

    private static int matches(String pattern, String text) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}
