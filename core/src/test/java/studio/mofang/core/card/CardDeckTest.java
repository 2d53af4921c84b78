package studio.mofang.core.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.mofang.core.card.CardPage.Words;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureMark;
import studio.mofang.core.content.TextMeasure;
import studio.mofang.core.platform.Article;

final class CardDeckTest {
    private static final CardFonts FONTS =
            (text, face) -> TextMeasure.estimate(face.size()).width(text);
    private static final Optional<AiLabel> LABEL = Optional.of(AiLabel.generated("a", "b"));

    @Test
    void theTitleCardComesFirstAndTheTextFollowsWhole() {
        var deck = CardDeck.of(article("# 一\n\n" + "很长的一段话。".repeat(100), Optional.empty()), FONTS);

        assertThat(deck.getFirst().cover()).isTrue();
        assertThat(words(deck.getFirst())).startsWith("标题");
        assertThat(deck.stream().skip(1).map(CardDeckTest::text).collect(Collectors.joining()))
                .isEqualTo("一" + "很长的一段话。".repeat(100));
    }

    @Test
    void aLongerArticleIsSetSmallerAndABookIsNotSetToItsEnd() {
        assertThat(CardDeck.of(article(("很长的一段话。".repeat(40) + "\n\n").repeat(22), Optional.empty()), FONTS))
                .hasSizeLessThanOrEqualTo(CardDeck.MOST);
        assertThat(CardDeck.of(article("字".repeat(1_000_000), Optional.empty()), FONTS))
                .hasSizeBetween(CardDeck.MOST + 1, 80);
    }

    @Test
    void theLabelIsOnEveryCardOnce() {
        assertThat(CardDeck.of(article("文", LABEL), FONTS))
                .allSatisfy(
                        page -> assertThat(page.words()).extracting(Words::text).containsOnlyOnce(PictureMark.WORDS));
        assertThat(CardDeck.of(article("文", Optional.empty()), FONTS))
                .allSatisfy(
                        page -> assertThat(page.words()).extracting(Words::text).doesNotContain(PictureMark.WORDS));
    }

    @Test
    void aHeadingIsNeverTheLastLineOfACard() {
        for (var lines = 1; lines < 40; lines++) {
            var deck = CardDeck.of(article("一行字。\n\n".repeat(lines) + "## 节\n\n文。\n\n文。", Optional.empty()), FONTS);
            assertThat(deck).noneMatch(page -> text(page).endsWith("节"));
        }
    }

    @Property(tries = 200)
    void everyTextIsSetInsideOfTheCard(@ForAll String markdown) {
        for (var page : CardDeck.of(article("# 题\n\n> 引\n\n- 项\n\n" + markdown, LABEL), FONTS)) {
            assertThat(page.words()).allMatch(words -> words.baseline() > 0 && words.baseline() < CardPage.HEIGHT - 60);
            assertThat(page.words())
                    .allMatch(words -> words.x() >= 0
                            && words.x() + FONTS.width(words.text(), words.face()) <= CardPage.WIDTH - 40);
        }
    }

    private static String text(CardPage page) {
        return page.words().stream()
                .map(Words::text)
                .filter(text -> !text.matches("\\d+ / \\d+"))
                .collect(Collectors.joining());
    }

    private static String words(CardPage page) {
        return page.words().stream().map(Words::text).collect(Collectors.joining("\n"));
    }

    private static Article article(String markdown, Optional<AiLabel> label) {
        return Article.of("标题", markdown, List.of(), label);
    }
}
