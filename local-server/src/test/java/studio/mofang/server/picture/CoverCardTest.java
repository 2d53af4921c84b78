package studio.mofang.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.mofang.core.content.PictureMark;
import studio.mofang.server.testkit.Pictures;

class CoverCardTest {
    /// Of the shortest side.
    private static final double MARGIN = 0.05;
    /// Smoothed edges reach into the next pixel, in pixels.
    private static final double HAIR = 2;

    private static final List<String> WORDS = List.of(
            "如何提高工作效率",
            "一只可爱的猫咪在花园里玩耍",
            "秋天的第一杯奶茶,到底好在哪里?\n三家店、五款新品的真实测评",
            "2026 年 AI 写作工具横评:从 ChatGPT 到通义千问,哪一款最适合公众号编辑?",
            "早安",
            "很长很长的标题会怎样".repeat(30));

    static Stream<Arguments> ratios() {
        return Stream.of(
                Arguments.of("wechat", 1410, 600),
                Arguments.of("square", 1080, 1080),
                Arguments.of("xiaohongshu", 1080, 1440),
                Arguments.of("douyin", 1080, 1920),
                Arguments.of("toutiao", 1280, 720),
                Arguments.of("tiny", 128, 64));
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void wordsStayWithinTheMarginsInEveryRatio(String name, int width, int height) throws IOException {
        for (int i = 0; i < WORDS.size(); i++) {
            var card = new CoverCard(WORDS.get(i), i);
            var picture = card.draw(width, height);
            assertThat(picture.getWidth()).isEqualTo(width);
            assertThat(picture.getHeight()).isEqualTo(height);
            assertWithin(card, picture);
            var samples = System.getProperty("samples");
            if (samples != null) {
                Files.write(Path.of(samples, name + "-" + i + ".png"), PictureFile.png(picture));
            }
        }
    }

    /// The ink of the words is what the card has more than its ground.
    private static void assertWithin(CoverCard card, BufferedImage picture) {
        try (var easel = card.easel(picture.getWidth(), picture.getHeight())) {
            var area = card.scene().paint(easel).area();
            var ink = Pictures.difference(easel.picture(), picture);
            double margin = easel.unit() * MARGIN;
            assertThat(ink.isEmpty()).as(card.words()).isFalse();
            assertThat(grown(area, HAIR).contains(ink))
                    .as("%s: %s in %s", card, ink, area)
                    .isTrue();
            assertThat(grown(new Rectangle(picture.getWidth(), picture.getHeight()), -margin)
                            .contains(ink))
                    .as("%s: %s", card, ink)
                    .isTrue();
        }
    }

    private static Rectangle2D grown(Rectangle2D area, double by) {
        return new Rectangle2D.Double(
                area.getX() - by, area.getY() - by, area.getWidth() + 2 * by, area.getHeight() + 2 * by);
    }

    @Test
    void aTextIsSetAsLargeAsItsBoxAllowsAndNeverBeyond() {
        for (var words : WORDS) {
            for (var box : List.of(
                    new TextFit.Box(800, 300, 150, 20),
                    new TextFit.Box(300, 800, 150, 20),
                    new TextFit.Box(90, 40, 30, 8))) {
                var fit = TextFit.of(Typeface.SANS.font(true, 1), words, box, 6);
                assertThat(fit.width()).as(words).isLessThanOrEqualTo(box.width() + 0.5);
                assertThat(fit.height()).as(words).isLessThanOrEqualTo(box.height() + 0.5);
                assertThat(fit.lines()).hasSizeBetween(1, 6);
            }
        }
    }

    @Test
    void theSameWordsGiveTheSameCardAndAnotherLookAnother() {
        var first = PictureFile.png(new CoverCard("标题", 0).draw(300, 400));
        assertThat(PictureFile.png(new CoverCard("标题", 0).draw(300, 400))).isEqualTo(first);
        assertThat(PictureFile.png(new CoverCard("标题", 1).draw(300, 400))).isNotEqualTo(first);
    }

    @Test
    void theMarkOfAiIsAtLeastAsLargeAsTheStandardSays() {
        for (var size : Map.of(800, 600, 600, 800, 1280, 1280).entrySet()) {
            var picture = new BufferedImage(size.getKey(), size.getValue(), BufferedImage.TYPE_INT_RGB);
            AiMark.draw(picture);
            int shortest = Math.min(size.getKey(), size.getValue());
            assertThat(heightOfLetters(picture)).isGreaterThanOrEqualTo((int) (shortest * PictureMark.LETTERS));
        }
    }

    /// Rows with bright pixels: the letters are white, their ground is dark.
    private static int heightOfLetters(BufferedImage picture) {
        int rows = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            boolean bright = false;
            for (int x = 0; x < picture.getWidth(); x++) {
                bright |= (picture.getRGB(x, y) & 0xff) > 128;
            }
            rows += bright ? 1 : 0;
        }
        return rows;
    }
}
