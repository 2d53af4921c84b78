package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.mofang.core.deck.Deck;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.core.deck.Slide;
import studio.mofang.server.media.MediaFacts;
import studio.mofang.server.media.MediaType;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.picture.PictureFile;
import studio.mofang.server.slides.DeckWriter.Marks;
import studio.mofang.server.testkit.Pictures;

class PictureSlideTest {
    private static final int ORANGE = 0xffffc800;
    private static final byte[] WIDE = Pictures.png(2000, 500);
    private static final byte[] SMALL = Pictures.jpeg(90, 180);
    private static final Illustrations ILLUSTRATIONS = new Illustrations(
            Map.of(
                    "media:wide", media(MediaType.PNG, 2000, 500),
                    "media:small", media(MediaType.JPEG, 90, 180)),
            media -> media.type() == MediaType.PNG ? WIDE : SMALL);
    private static final Deck DECK = new Deck(
            "题",
            List.of(
                    new Slide.Picture("一", "media:wide", "城市的夜景，从江对岸看过去", ""),
                    new Slide.Picture("二", "media:wide", "", ""),
                    new Slide.Picture("三", "media:small", "说明".repeat(200), "")));

    static Stream<Template> templates() throws Exception {
        try (var show = new XMLSlideShow()) {
            var company = new ByteArrayOutputStream();
            show.write(company);
            return Stream.of(
                    BuiltInTemplate.of(DeckTheme.BUSINESS),
                    BuiltInTemplate.of(DeckTheme.INK),
                    CompanyTemplate.of(company.toByteArray()));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aPictureIsOnItsSlideInItsRatioAndIsKeptOnce(Template template) throws Exception {
        var file = DeckWriter.write(DeckWriter.fitted(DECK, template), template, Marks.NONE, ILLUSTRATIONS);

        DeckWriterTest.assertSound(file);
        try (var show = new XMLSlideShow(new ByteArrayInputStream(file))) {
            assertThat(show.getPictureData()).hasSize(2);
            var boxes = show.getSlides().stream()
                    .flatMap(slide -> slide.getShapes().stream())
                    .filter(XSLFPictureShape.class::isInstance)
                    .map(shape -> shape.getAnchor())
                    .toList();
            assertThat(boxes).hasSize(3);
            assertThat(boxes.getFirst().getWidth() / boxes.getFirst().getHeight())
                    .isBetween(3.99, 4.01);
            assertThat(boxes.getLast().getHeight()).isLessThanOrEqualTo(180.01);
            var page = show.getPageSize();
            assertThat(boxes).allSatisfy(box -> {
                assertThat(box.getMinX()).isNotNegative();
                assertThat(box.getMaxX()).isLessThanOrEqualTo(page.getWidth());
                assertThat(box.getMaxY()).isLessThanOrEqualTo(page.getHeight());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void thePreviewShowsIt(Template template) throws Exception {
        var file = DeckWriter.write(DeckWriter.fitted(DECK, template), template, Marks.NONE, ILLUSTRATIONS);

        var png = SlidePictures.of(file, SlidePictures.WIDTH, Marks.NONE).get(1);

        var folder = Files.createDirectories(Path.of("target/slides"));
        Files.write(folder.resolve("picture-" + template.file().length + ".png"), png);
        var drawn = PictureFile.read(png).orElseThrow();
        assertThat(drawn.getRGB(drawn.getWidth() / 3, drawn.getHeight() / 2)).isEqualTo(ORANGE);
    }

    private static StoredMedia media(MediaType type, int width, int height) {
        return new StoredMedia(1, new UUID(0, 1), new MediaFacts(type, width, height, 0), 1, "", Instant.EPOCH);
    }
}
