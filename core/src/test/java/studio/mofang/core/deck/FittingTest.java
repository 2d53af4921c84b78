package studio.mofang.core.deck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studio.mofang.core.deck.Slide.Card;
import studio.mofang.core.deck.Stage.Role;

class FittingTest {
    private static final Stage STAGE = Stage.WIDE;

    @Test
    void anOverlongContentBecomesTwoSlidesThatTellWhichTheyAre() {
        var bullets = new ArrayList<Bullet>();
        for (int i = 0; i < 14; i++) {
            bullets.add(new Bullet(0, "第 " + i + " 点，说的是一件不长也不短、刚好占满一行的事情，还要再多几个字才肯换行"));
        }
        var slides = fitted(new Slide.Content("要点", bullets, "讲稿"));
        assertEquals(2, slides.size());
        assertEquals("要点（1/2）", slides.get(0).title());
        assertEquals("讲稿", slides.get(0).notes());
        assertEquals("要点（2/2）", slides.get(1).title());
        var kept = slides.stream()
                .flatMap(slide -> ((Slide.Content) slide).bullets().stream())
                .toList();
        assertEquals(bullets, kept);
    }

    @Test
    void aTitleThatIsTooLongStandsWholeInTheNotes() {
        var title = "很长的标题".repeat(60);
        var slide = fitted(new Slide.Content(title, List.of(new Bullet(0, "一")), "讲稿"))
                .getFirst();
        assertTrue(slide.title().endsWith("…"));
        assertEquals(title + "\n\n讲稿", slide.notes());
    }

    @Test
    void aLongTableGoesOnUnderItsHeadAgain() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 40; i++) {
            rows.add(List.of("第 " + i + " 行", "内容"));
        }
        var slides = fitted(new Slide.Table("清单", new Grid(List.of("名称", "内容"), rows), ""));
        assertTrue(slides.size() > 1);
        var kept = new ArrayList<List<String>>();
        for (var slide : slides) {
            var grid = ((Slide.Table) slide).grid();
            assertEquals(List.of("名称", "内容"), grid.head());
            kept.addAll(grid.rows());
        }
        assertEquals(rows, kept);
    }

    @Test
    void threeExplainedPointsStandSideBySide() {
        var bullets = List.of(new Bullet(0, "快：一秒"), new Bullet(0, "稳：不丢"), new Bullet(0, "省：免费"));
        var slide = fitted(new Slide.Content("优点", bullets, "")).getFirst();
        var cards = assertInstanceOf(Slide.Cards.class, slide).cards();
        assertEquals(List.of("快", "稳", "省"), cards.stream().map(Card::head).toList());
    }

    @Test
    void tooManyCategoriesBecomeATable() {
        var names = new ArrayList<String>();
        var values = new ArrayList<Double>();
        for (int i = 0; i < 30; i++) {
            names.add("类 " + i);
            values.add((double) i);
        }
        var figures = new Figures(Figures.Kind.COLUMN, names, List.of(new Figures.Series("数", values)), "");
        assertInstanceOf(
                Slide.Table.class,
                fitted(new Slide.Chart("图", figures, List.of(), "")).getFirst());
    }

    @Test
    void aDecksTitleAtTheFootOfASlideIsOneLine() {
        var foot = new Fitting(STAGE).footer("一份名字很长的演示".repeat(20));
        assertTrue(foot.endsWith("…"));
        fits(foot, Role.FOOTER);
    }

    @Property(tries = 300)
    void whateverIsSaidFitsItsBox(@ForAll("slides") Slide slide) {
        var fitted = fitted(slide);
        assertTrue(!fitted.isEmpty());
        fitted.forEach(FittingTest::assertFits);
    }

    @Provide
    Arbitrary<Slide> slides() {
        var text = Arbitraries.strings()
                .withChars("汉字排版，。；很长的一句话没有停顿abcdefg HIJKLMN 123.45%\n")
                .ofMinLength(0)
                .ofMaxLength(700);
        var bullets = Combinators.combine(Arbitraries.integers().between(0, 2), text)
                .as(Bullet::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
        var card = Combinators.combine(text, bullets).as(Card::new);
        var rows = text.list().ofMinSize(1).ofMaxSize(9).list().ofMaxSize(9);
        return Arbitraries.oneOf(
                Combinators.combine(text, text).as((title, more) -> new Slide.Cover(title, more, "")),
                Combinators.combine(text, text).as((title, more) -> new Slide.Section(title, more, "")),
                Combinators.combine(text, bullets).as((title, points) -> new Slide.Content(title, points, "")),
                Combinators.combine(text, card, card).as((title, a, b) -> new Slide.TwoColumns(title, a, b, "")),
                Combinators.combine(text, card.list().ofMaxSize(5)).as((title, all) -> new Slide.Cards(title, all, "")),
                Combinators.combine(text, text.list().ofMinSize(1).ofMaxSize(8), rows)
                        .as((title, head, cells) -> new Slide.Table(title, new Grid(head, cells), "")),
                Combinators.combine(text, text).as((title, told) -> new Slide.Picture(title, "media:1", told, "")),
                Combinators.combine(text, text).as((words, source) -> new Slide.Quote(words, source, "")),
                Combinators.combine(text, text.list().ofMaxSize(5))
                        .as((title, lines) -> new Slide.Closing(title, lines, "")));
    }

    private static void assertFits(Slide slide) {
        switch (slide) {
            case Slide.Cover cover -> fits(cover.title(), Role.COVER_TITLE).and(cover.subtitle(), Role.COVER_SUBTITLE);
            case Slide.Contents contents -> points(contents.bullets(), Role.CONTENTS);
            case Slide.Section section ->
                fits(section.title(), Role.SECTION_TITLE).and(section.lead(), Role.SECTION_LEAD);
            case Slide.Content content -> {
                fits(content.title(), Role.TITLE);
                points(content.bullets(), Role.BODY);
            }
            case Slide.Cards cards -> {
                int count = cards.cards().size();
                for (int i = 0; i < count; i++) {
                    var one = cards.cards().get(i);
                    assertTrue(Typesetting.fitting(one.head(), STAGE.cardHead(count, i))
                            .isPresent());
                    assertTrue(Typesetting.fitting(one.lines(), STAGE.cardBody(count, i))
                            .isPresent());
                }
            }
            case Slide.TwoColumns columns -> {
                points(columns.left().lines(), Role.LEFT);
                points(columns.right().lines(), Role.RIGHT);
                fits(columns.left().head(), Role.LEFT_HEAD).and(columns.right().head(), Role.RIGHT_HEAD);
            }
            case Slide.Table table -> {
                var place = STAGE.place(Role.TABLE);
                assertTrue(TableLayout.of(table.grid(), place).height()
                        <= place.box().height() + 1e-6);
            }
            case Slide.Chart chart -> points(chart.takeaway(), Role.TAKEAWAY);
            case Slide.Picture picture -> {
                fits(picture.title(), Role.TITLE);
                assertTrue(
                        Typesetting.fitting(picture.caption(), STAGE.caption()).isPresent());
            }
            case Slide.Quote quote -> fits(quote.text(), Role.QUOTE).and(quote.credit(), Role.SOURCE);
            case Slide.Closing closing ->
                fits(closing.title(), Role.CLOSING_TITLE).and(String.join("\n", closing.lines()), Role.CLOSING_LINES);
        }
    }

    private record Also() {
        Also and(String text, Role role) {
            return fits(text, role);
        }
    }

    private static Also fits(String text, Role role) {
        assertTrue(Typesetting.fitting(text, STAGE.place(role)).isPresent(), () -> role + " overflows: " + text);
        return new Also();
    }

    private static void points(List<Bullet> bullets, Role role) {
        assertTrue(Typesetting.fitting(bullets, STAGE.place(role)).isPresent(), () -> role + " overflows");
    }

    private static List<Slide> fitted(Slide slide) {
        return new Fitting(STAGE).fitted(new Deck("题", List.of(slide))).deck().slides();
    }
}
