package studio.mofang.core.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbridgementTest {
    private static final Fitting FITTING = new Fitting(Stage.WIDE);

    @Test
    void aDeckThatCanBePresentedStaysAsItIs() {
        var fitted = fitted(article(8, 2));

        assertThat(fitted.condensed()).isZero();
        assertThat(fitted.deck().slides()).noneMatch(slide -> slide.title().contains("其余要点"));
    }

    @Test
    void everySectionAndTheClosingStay() {
        var fitted = fitted(article(9, 20));

        var slides = fitted.deck().slides();
        assertThat(slides).hasSize(Deck.MOST_SLIDES);
        assertThat(slides.getFirst()).isInstanceOf(Slide.Cover.class);
        assertThat(slides.getLast()).isInstanceOf(Slide.Closing.class);
        assertThat(slides.stream().filter(Slide.Section.class::isInstance).map(Slide::title))
                .containsExactly("第0章", "第1章", "第2章", "第3章", "第4章", "第5章", "第6章", "第7章", "第8章");
        // A cover, a table of contents, nine sections of twenty-one and a closing; each section ends in what it lost.
        assertThat(fitted.condensed()).isEqualTo(2 + 9 * 21 + 1 - (Deck.MOST_SLIDES - 9));
    }

    @Test
    void whatWasLeftOutIsNamedAndStandsInTheNotes() {
        var slides = fitted(article(9, 20)).deck().slides();

        var rest = (Slide.Content) slides.stream()
                .filter(slide -> slide.title().startsWith("第8章：其余要点"))
                .findFirst()
                .orElseThrow();
        assertThat(rest.bullets()).extracting(Bullet::text).anyMatch(text -> text.contains("第8章第15节"));
        for (int part = 10; part < 20; part++) {
            assertThat(rest.notes()).contains("第8章第" + part + "节说的话");
        }
    }

    @Test
    void aShortSectionKeepsAllOfItsSlides() {
        var slides = fitted("# 题\n\n" + section(0, 3) + section(1, 150)).deck().slides();

        assertThat(slides).extracting(Slide::title).contains("第0章第0节", "第0章第1节", "第0章第2节");
        assertThat(slides).noneMatch(slide -> slide.title().startsWith("第0章：其余"));
    }

    @Test
    void headingsWithoutSectionsAreAllNamed() {
        var article = new StringBuilder("# 题\n\n");
        for (int i = 0; i < 200; i++) {
            article.append("## 标题").append(i).append("号\n\n- 一点\n- 两点\n\n");
        }
        var slides = fitted(article.toString()).deck().slides();

        assertThat(slides).hasSizeLessThanOrEqualTo(Deck.MOST_SLIDES);
        assertThat(slides.getLast()).isInstanceOf(Slide.Closing.class);
        var shown = DeckMarkdown.of(new Deck("题", slides));
        for (int i = 0; i < 200; i++) {
            assertThat(shown).contains("标题" + i + "号");
        }
    }

    /// Quotes have no title of their own.
    @Test
    void whatHasNoNameIsNotCalledByAnEmptyOne() {
        var slides = new ArrayList<Slide>();
        for (int i = 0; i < 90; i++) {
            slides.add(new Slide.Quote("第" + i + "句。", "某人", ""));
        }

        var fitted = FITTING.fitted(new Deck("书摘", slides).whole());

        assertThat(fitted.deck().slides()).extracting(Slide::title).contains("其余要点（详见备注）");
    }

    @Test
    void anExcerptHasSomethingOfEverySection() {
        var excerpt = Excerpt.of(
                "# 题\n\n## 短\n\n很短。\n\n## 长\n\n" + "长话。".repeat(900) + "\n## 尾\n\n" + "尾声。".repeat(900), 1_000);

        assertThat(excerpt.cut()).isTrue();
        assertThat(excerpt.text()).hasSizeLessThanOrEqualTo(1_000).contains("很短。", "## 长", "## 尾", "尾声。", "以下从略");
    }

    @Test
    void anExcerptOfVeryManySectionsIsNoLonger() {
        assertThat(Excerpt.of("## 节\n\n话话话话话话\n".repeat(500), 1_000).text()).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void whoWantsLittleGetsItAndTheOthersTheSame() {
        assertThat(Shares.of(List.of(1, 50, 60), 10)).containsExactly(1, 5, 4);
        assertThat(Shares.of(List.of(2, 3), 10)).containsExactly(2, 3);
    }

    private static Fitting.Fitted fitted(String article) {
        return FITTING.fitted(MarkdownDeck.of(article, "题"));
    }

    private static String article(int sections, int parts) {
        var article = new StringBuilder("# 题\n\n");
        for (int i = 0; i < sections; i++) {
            article.append(section(i, parts));
        }
        return article.toString();
    }

    private static String section(int section, int parts) {
        var text = new StringBuilder("## 第" + section + "章\n\n");
        for (int part = 0; part < parts; part++) {
            var name = "第" + section + "章第" + part + "节";
            text.append("### " + name + "\n\n- " + name + "说的话\n- 还有一点\n\n");
        }
        return text.toString();
    }
}
