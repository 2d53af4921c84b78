package studio.mofang.core.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LineBreakTest {
    private static final TextMeasure ONE_EACH =
            text -> text.codePoints().map(point -> point < 0x80 ? 1 : 2).sum();

    @Test
    void noLineBeginsWithAClosingMark() {
        assertEquals(List.of("春眠不", "觉晓，", "处处闻", "啼鸟。"), LineBreak.lines("春眠不觉晓，处处闻啼鸟。", 7, ONE_EACH));
    }

    @Test
    void noLineEndsWithAnOpeningMark() {
        assertEquals(List.of("他读", "《论", "语》"), LineBreak.lines("他读《论语》", 7, ONE_EACH));
    }

    @Test
    void aDashAndAnEllipsisStayWhole() {
        assertEquals(List.of("是吗", "……我", "想——"), LineBreak.lines("是吗……我想——", 6, ONE_EACH));
    }

    @Test
    void aWordANumberAndAnEmojiAreNotTorn() {
        assertEquals(List.of("用", "Java25", "增长", "3.5%了"), LineBreak.lines("用Java25增长3.5%了", 7, ONE_EACH));
        assertEquals(List.of("👨‍👩‍👧", "👨‍👩‍👧"), LineBreak.lines("👨‍👩‍👧👨‍👩‍👧", 12, ONE_EACH));
    }

    @Test
    void spacesVanishAtABreakAndStayInside() {
        assertEquals(List.of("one two", "three"), LineBreak.lines("one two three", 8, ONE_EACH));
    }

    @Test
    void onlyWhatIsWiderThanALineIsCut() {
        assertEquals(List.of("abcd", "efgh", "i"), LineBreak.lines("abcdefghi", 4, ONE_EACH));
    }

    @Test
    void lineFeedsBreakAndEmptyLinesStay() {
        assertEquals(List.of("一", "", "二"), LineBreak.lines("一\n\n二", 10, ONE_EACH));
    }

    @Test
    void whatHasNoRoomEndsInAnEllipsis() {
        assertEquals(List.of("春眠不", "觉晓…"), LineBreak.lines("春眠不觉晓，处处闻啼鸟。", 7, ONE_EACH, 2));
    }

    @Property(tries = 300)
    void noCharacterIsLostAndNoLineIsTooWide(
            @ForAll("texts") String text, @ForAll @IntRange(min = 4, max = 40) int width) {
        var lines = LineBreak.lines(text, width, ONE_EACH);
        assertEquals(text.replaceAll("\\s", ""), String.join("", lines).replaceAll("\\s", ""));
        assertTrue(lines.stream().allMatch(line -> ONE_EACH.width(line) <= width), lines::toString);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("一二三春眠不觉晓，。！？《》「」（）……——、abc XY09 .%-￥\n")
                .ofMaxLength(120);
    }
}
