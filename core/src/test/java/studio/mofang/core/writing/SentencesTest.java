package studio.mofang.core.writing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SentencesTest {
    @Test
    void sentencesKeepTheirMarksAndQuotes() {
        assertThat(Sentences.of("甲！？乙……「丙。」丁\nIt works. Really? 3.5 万"))
                .containsExactly("甲！？", "乙……", "「丙。」", "丁", "It works.", "Really?", "3.5 万");
    }

    @Property
    void nothingButWhiteSpaceIsLost(@ForAll String text) {
        assertThat(visible(String.join("", Sentences.of(text)))).isEqualTo(visible(text));
    }

    private static String visible(String text) {
        return text.codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
