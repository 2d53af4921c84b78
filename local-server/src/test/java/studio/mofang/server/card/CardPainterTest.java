package studio.mofang.server.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import studio.mofang.core.card.CardDeck;
import studio.mofang.core.card.CardPage;
import studio.mofang.core.card.CardTheme;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureMark;
import studio.mofang.core.platform.Article;
import studio.mofang.server.testkit.VisibleMark;

class CardPainterTest {
    private static final String MARKDOWN = """
            很多人以为写作靠天赋，其实**写作靠的是方法**。下面这三步，是我用了五年的流程，每一篇文章都这样写出来（包括你正在读的这一篇）。

            ## 一、先把问题写成一句话

            动笔之前，先回答：「读者读完以后，会多做一件什么事？」答不上来，就先别写。2026 年我统计过 128 篇草稿，写不完的有 73%，几乎都卡在这里——不是没有材料，而是没有问题……

            > 好文章不是写出来的，是问出来的。
            > 问题清楚了，答案自己会来。

            ### 三个好问题

            1. 这件事为什么现在重要？
            2. 谁会反对我的结论？他的理由是什么？
            3. 如果只能留下一句话，我留哪一句？

            - 把答案写在卡片上
              - 一张卡片只写一个意思
              - 写不下就拆
            - 排列卡片，直到读起来顺

            ## 二、用最短的路写完初稿

            ```java
            void write(Draft draft) {
                while (!draft.finished()) {
                    draft.next();
                }
            }
            ```

            | 步骤 | 时间 | 产出 |
            | --- | --- | --- |
            | 提问 | 20 分钟 | 一句话 |
            | 初稿 | 90 分钟 | 2000 字 |

            ---

            最后，别忘了：写完再改。😀
            """;

    @Test
    void everyCardIsAPictureOfTheRightSize() throws IOException {
        var fonts = new Fonts();
        var painter = new CardPainter(fonts);
        var deck = CardDeck.of(article(), fonts);
        assertThat(deck).hasSizeBetween(3, 6);
        var folder = Files.createDirectories(Path.of("target/cards"));
        var number = 0;
        for (var theme : CardTheme.all()) {
            var png = painter.png(deck.get(number % deck.size()), theme);
            var image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getWidth()).isEqualTo(CardPage.WIDTH);
            assertThat(image.getHeight()).isEqualTo(CardPage.HEIGHT);
            Files.write(folder.resolve(theme.key() + ".png"), png);
            number++;
        }
    }

    @Test
    void theCapitalsOfTheLabelAreAsHighAsTheStandardAsksInEveryTheme() throws IOException {
        var fonts = new Fonts();
        var painter = new CardPainter(fonts);
        for (var page : CardDeck.of(article(), fonts)) {
            for (var theme : CardTheme.all()) {
                var card = ImageIO.read(new ByteArrayInputStream(painter.png(page, theme)));
                assertThat(VisibleMark.inkHeight(card, capitals(page, fonts)))
                        .as(theme.key())
                        .isBetween(PictureMark.LETTERS, PictureMark.LETTERS * 1.3);
            }
        }
    }

    /// Where the label has its Latin letters.
    private static Rectangle capitals(CardPage page, Fonts fonts) {
        var label = page.words().stream()
                .filter(words -> words.text().equals(PictureMark.WORDS))
                .findFirst()
                .orElseThrow();
        int line = (int) label.face().size();
        int width = (int) fonts.width("AI", label.face());
        return new Rectangle((int) label.x(), (int) label.baseline() - line, width, line * 5 / 4);
    }

    private static Article article() {
        return Article.of(
                "写作不靠天赋：我用了五年的三步流程", MARKDOWN, List.of("写作", "自媒体", "效率"), Optional.of(AiLabel.generated("x", "y")));
    }
}
