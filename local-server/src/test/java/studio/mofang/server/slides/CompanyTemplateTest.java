package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.core.deck.Slide;
import studio.mofang.server.slides.DeckWriter.Marks;
import studio.mofang.server.web.Problem;

class CompanyTemplateTest {
    @Test
    void aTemplateGivesItsLayoutsAndLosesItsSlides() throws Exception {
        var template = CompanyTemplate.of(poisOwn());

        var file = DeckWriter.write(SampleDeck.whole(), template, Marks.NONE);

        DeckWriterTest.assertSound(file);
        try (var show = new XMLSlideShow(new ByteArrayInputStream(file))) {
            assertThat(show.getPageSize().getWidth()).isEqualTo(720);
            assertThat(show.getSlides()).hasSizeGreaterThanOrEqualTo(15);
            assertThat(show.getSlides().getFirst().getSlideLayout().getName()).isEqualTo("Title Slide");
            assertThat(show.getSlides())
                    .allSatisfy(slide -> assertThat(slide.getTitle()).isNotEqualTo("旧的一页"));
            for (var slide : show.getSlides()) {
                for (var shape : slide.getShapes()) {
                    assertThat(shape.getAnchor().getMaxY()).isLessThanOrEqualTo(540.5);
                }
            }
        }
        assertThat(SlidePictures.of(file, 320, Marks.NONE)).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void ourOwnDecksServeAsTemplatesToo() throws Exception {
        var own = DeckWriter.write(SampleDeck.whole(), BuiltInTemplate.of(DeckTheme.WINE), Marks.NONE);

        var file = DeckWriter.write(SampleDeck.whole(), CompanyTemplate.of(own), Marks.NONE);

        DeckWriterTest.assertSound(file);
        assertThat(file.length).isLessThan(own.length * 2);
        try (var show = new XMLSlideShow(new ByteArrayInputStream(file))) {
            assertThat(show.getSlideMasters().getFirst().getTheme().getName()).isEqualTo("绛红金");
            assertThat(show.getCharts()).hasSize(4);
        }
    }

    @Test
    void aTemplateHasNoCards() throws Exception {
        var fitted = new studio.mofang.core.deck.Fitting(
                        CompanyTemplate.of(poisOwn()).stage())
                .fitted(SampleDeck.whole())
                .deck();

        assertThat(fitted.slides()).noneMatch(Slide.Cards.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            })
    void entitiesAreRefused(String doctype) throws Exception {
        var evil = rewritten(
                poisOwn(),
                "ppt/presentation.xml",
                xml -> xml.replaceFirst(
                        "(<\\?xml[^>]*\\?>)", "$1" + java.util.regex.Matcher.quoteReplacement(doctype)));

        assertThatThrownBy(() -> CompanyTemplate.of(evil)).isInstanceOf(Problem.class);
    }

    @Test
    void aBombIsRefused() throws Exception {
        var evil = rewritten(poisOwn(), "ppt/presentation.xml", xml -> xml + " ".repeat(50_000_000));

        assertThatThrownBy(() -> CompanyTemplate.of(evil)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml"
            })
    void brokenPartsAreRefused(String part) throws Exception {
        var evil = rewritten(poisOwn(), part, xml -> xml.substring(0, xml.length() / 2));

        assertThatThrownBy(() -> CompanyTemplate.of(evil)).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsNoPresentationIsRefused() {
        assertThatThrownBy(() -> CompanyTemplate.of("PK no".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("模板文件");
    }

    /// The 4:3 template that POI starts with, with a slide and notes in it.
    private static byte[] poisOwn() throws Exception {
        try (var show = new XMLSlideShow()) {
            var slide = show.createSlide(
                    show.getSlideMasters().getFirst().getLayout(org.apache.poi.xslf.usermodel.SlideLayout.TITLE_ONLY));
            slide.getPlaceholder(0).setText("旧的一页");
            show.getNotesSlide(slide);
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] rewritten(byte[] file, String part, java.util.function.UnaryOperator<String> change)
            throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var content = in.readAllBytes();
                out.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return bytes.toByteArray();
    }
}
