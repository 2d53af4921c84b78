package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.core.content.PictureMark;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.server.picture.PictureFile;
import studio.mofang.server.slides.DeckWriter.Marks;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.VisibleMark;

/// The pictures of a deck's slides are passed on without it, and tell by themselves what they are.
class SlideMarkTest {
    private static final Marks AI = new Marks(AiLabel.VISIBLE, Optional.of(AiLabel.generated("x", "y")));

    static Stream<DeckTheme> themes() {
        return DeckTheme.all().stream();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everySlideHasAMarkThatHidesNothing(DeckTheme theme) throws IOException {
        var file = DeckWriter.write(SampleDeck.whole(), BuiltInTemplate.of(theme), AI);
        var bare = pictures(file, Marks.NONE);
        var marked = pictures(file, AI);

        assertThat(marked).hasSameSizeAs(bare);
        for (int i = 0; i < bare.size(); i++) {
            var plate = Pictures.difference(bare.get(i), marked.get(i));
            assertThat(VisibleMark.height(marked.get(i), plate))
                    .as("slide " + i)
                    .isGreaterThanOrEqualTo(0.05);
            assertThat(letters(bare.get(i), plate)).as("slide " + i).isFalse();
            keep(marked.get(i), theme.id() + "-" + i);
        }
    }

    @Test
    void theMarkIsThereWhereNoPlaceIsCalm() {
        var noise = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 960 * 540; i++) {
            noise.setRGB(i % 960, i / 960, i % 2 == 0 ? 0x404040 : 0x606060);
        }
        var bare = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
        noise.copyData(bare.getRaster());

        var png = AI.png(noise);

        assertThat(VisibleMark.height(noise, Pictures.difference(bare, noise)))
                .isGreaterThanOrEqualTo(PictureMark.LETTERS);
        assertThat(PictureLabel.read(png)).isPresent();
    }

    /// Neighbours in a row that differ as ink and paper do, in the inner part of the plate.
    private static boolean letters(BufferedImage picture, Rectangle plate) {
        for (int y = plate.y + 1; y < plate.getMaxY() - 1; y++) {
            for (int x = plate.x + 2; x < plate.getMaxX() - 1; x++) {
                int change = (picture.getRGB(x, y) >> 8 & 255) - (picture.getRGB(x - 1, y) >> 8 & 255);
                if (Math.abs(change) > 60) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<BufferedImage> pictures(byte[] file, Marks marks) {
        return SlidePictures.of(file, SlidePictures.WIDTH, marks).stream()
                .map(png -> PictureFile.read(png).orElseThrow())
                .toList();
    }

    private static void keep(BufferedImage picture, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target/slides"));
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }
}
