package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.poi.sl.usermodel.TextShape.TextDirection;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;
import studio.mofang.core.deck.Bullet;
import studio.mofang.core.deck.Deck;
import studio.mofang.core.deck.Slide;
import studio.mofang.core.deck.Typesetting;
import studio.mofang.server.slides.DeckWriter.Marks;
import studio.mofang.server.web.Problem;

/// Whatever placeholders a company's template has, no text overflows its box and no box leaves the page.
class CompanyRoomTest {
    private static final String MARK = studio.mofang.core.deck.OfflineDeck.NOTICE;
    private static final double HAIR = 2.5;

    /// A placeholder as parts of the page, which may be none of it, or beyond it.
    record Area(double x, double y, double width, double height, double inset, boolean onItsSide) {}

    /// A template's page, letters, margins of levels and spacing of lines, and where its placeholders are in turn.
    record Odd(Dimension page, int letters, int margin, int spacing, List<Area> areas) {}

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void nothingOverflowsInAnyTemplate(@ForAll("templates") Odd odd) throws Exception {
        assertFits(written(odd));
    }

    @Test
    void aBodyTooSmallForALineIsLeftAlone() throws Exception {
        var tiny = new Area(0.05, 0.3, 0.9, 0.02, 0, false);

        assertFits(written(new Odd(new Dimension(960, 540), 28, 18, 90, List.of(tiny))));
    }

    @Test
    void placeholdersOfNoSizeOrOutsideThePageAreLeftAlone() throws Exception {
        for (var area : List.of(new Area(0.1, 0.1, 0, 0, 0, false), new Area(1.2, 0.1, 0.5, 0.5, 0, false))) {
            assertFits(written(new Odd(new Dimension(720, 540), 28, 18, 90, List.of(area))));
        }
    }

    @Test
    void placeholdersWithRoomAreTaken() throws Exception {
        var file = written(new Odd(new Dimension(720, 540), 20, 18, 100, List.of()));

        try (var show = new XMLSlideShow(new ByteArrayInputStream(file))) {
            var body = show.getSlides().stream()
                    .flatMap(slide -> slide.getShapes().stream())
                    .filter(shape -> shape instanceof XSLFTextShape text
                            && text.getText().contains("六个网站之间"))
                    .toList();
            assertThat(body).hasSize(1);
            assertThat(body.getFirst().isPlaceholder()).isTrue();
        }
    }

    @Test
    void aPageThatIsTooSmallIsRefusedInWords() {
        assertThatThrownBy(() -> written(new Odd(new Dimension(576, 72), 28, 18, 90, List.of())))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("太小");
    }

    @Provide
    Arbitrary<Odd> templates() {
        var pages = Arbitraries.of(
                new Dimension(960, 540), new Dimension(720, 540), new Dimension(720, 405), new Dimension(540, 780));
        var part = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 1),
                Arbitraries.of(0.0, 0.01, 0.1, 0.5, 0.9, 1.0),
                Arbitraries.doubles().between(-0.5, 1.5));
        var area = Combinators.combine(
                        part,
                        part,
                        part,
                        part,
                        Arbitraries.of(0, 7, 60, 400),
                        Arbitraries.integers().between(0, 9))
                .as((x, y, width, height, inset, side) ->
                        new Area(x, y, Math.abs(width), Math.abs(height), inset, side == 0));
        return Combinators.combine(
                        pages,
                        Arbitraries.integers().between(6, 80),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.of(80, 100, 150, 200),
                        area.list().ofMinSize(1).ofMaxSize(7))
                .as(Odd::new);
    }

    private static byte[] written(Odd odd) throws Exception {
        return DeckWriter.write(deck(), CompanyTemplate.of(template(odd)), new Marks(MARK, java.util.Optional.empty()));
    }

    /// Every kind of slide, and points of every level that are longer than any line.
    private static Deck deck() {
        var slides = new ArrayList<>(SampleDeck.whole().slides());
        var points = new ArrayList<Bullet>();
        for (int i = 0; i < 9; i++) {
            points.add(new Bullet(i % 3, "第 " + i + " 点要说的话" + "不长也不短，".repeat(i)));
        }
        slides.add(2, new Slide.Contents("目录", List.of("产品介绍", "核心功能", "市场分析", "下一步".repeat(9)), ""));
        slides.add(3, new Slide.Content("很长的标题".repeat(12), points, ""));
        slides.add(4, new Slide.Quote("话".repeat(150), "某人".repeat(60), ""));
        return new Deck("这份演示的名字也很长".repeat(6), slides);
    }

    private static byte[] template(Odd odd) throws Exception {
        try (var show = new XMLSlideShow()) {
            show.setPageSize(odd.page());
            var master = show.getSlideMasters().getFirst();
            letters(odd, master.getXmlObject().getTxStyles().getBodyStyle());
            int next = 0;
            for (var layout : master.getSlideLayouts()) {
                for (var shape : layout.getShapes()) {
                    if (shape instanceof XSLFTextShape text && !odd.areas().isEmpty()) {
                        move(text, odd.areas().get(next++ % odd.areas().size()), odd.page());
                    }
                }
            }
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void letters(Odd odd, org.openxmlformats.schemas.drawingml.x2006.main.CTTextListStyle style) {
        var levels = List.of(style.getLvl1PPr(), style.getLvl2PPr(), style.getLvl3PPr());
        for (int i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            level.getDefRPr().setSz(odd.letters() * 100);
            level.setMarL((int) Xml.emu((double) odd.margin() * (i + 1)));
            var spacing = level.isSetLnSpc() ? level.getLnSpc() : level.addNewLnSpc();
            spacing.addNewSpcPct().setVal(odd.spacing() * 1000);
        }
    }

    private static void move(XSLFTextShape shape, Area area, Dimension page) {
        shape.setAnchor(new Rectangle2D.Double(
                area.x() * page.width, area.y() * page.height, area.width() * page.width, area.height() * page.height));
        shape.setLeftInset(area.inset());
        shape.setBottomInset(area.inset());
        if (area.onItsSide()) {
            shape.setTextDirection(TextDirection.VERTICAL);
        }
    }

    private static void assertFits(byte[] file) throws Exception {
        DeckWriterTest.assertSound(file);
        try (var show = new XMLSlideShow(new ByteArrayInputStream(file))) {
            var page = show.getPageSize();
            for (var slide : show.getSlides()) {
                for (var shape : slide.getShapes()) {
                    assertInside(shape, page);
                    if (shape instanceof XSLFTextShape words && !words.getText().isBlank()) {
                        assertThat(height(words))
                                .as("height of «" + words.getText() + "» on slide " + slide.getSlideNumber())
                                .isLessThanOrEqualTo(room(words) + 0.5);
                    }
                }
            }
        }
    }

    private static void assertInside(XSLFShape shape, Dimension page) {
        var anchor = shape.getAnchor();
        if (shape instanceof XSLFTextShape words) {
            assertThat(anchor.getX() + words.getLeftInset()).isGreaterThanOrEqualTo(-HAIR);
            assertThat(anchor.getY() + words.getTopInset()).isGreaterThanOrEqualTo(-HAIR);
            assertThat(anchor.getMaxX() - words.getRightInset()).isLessThanOrEqualTo(page.width + HAIR);
            assertThat(anchor.getMaxY() - words.getBottomInset()).isLessThanOrEqualTo(page.height + HAIR);
            assertThat(words.getTextDirection()).isEqualTo(TextDirection.HORIZONTAL);
        } else {
            assertThat(anchor.getX()).isGreaterThanOrEqualTo(-HAIR);
            assertThat(anchor.getY()).isGreaterThanOrEqualTo(-HAIR);
            assertThat(anchor.getMaxX()).isLessThanOrEqualTo(page.width + HAIR);
            assertThat(anchor.getMaxY()).isLessThanOrEqualTo(page.height + HAIR);
        }
    }

    private static double room(XSLFTextShape shape) {
        return shape.getAnchor().getHeight() - shape.getTopInset() - shape.getBottomInset();
    }

    /// As the file says it, with what it inherits from the template.
    private static double height(XSLFTextShape shape) {
        double height = 0;
        for (var paragraph : shape.getTextParagraphs()) {
            double size = paragraph.getTextRuns().getFirst().getFontSize();
            double before = or(paragraph.getSpaceBefore(), 0);
            height += before < 0 ? -before : size * before / 100;
            height += Typesetting.height(paragraph.getText(), size, width(shape, paragraph))
                    * Math.max(1, or(paragraph.getLineSpacing(), 100) / 100);
        }
        return height;
    }

    private static double width(XSLFTextShape shape, XSLFTextParagraph paragraph) {
        return shape.getAnchor().getWidth()
                - shape.getLeftInset()
                - shape.getRightInset()
                - or(paragraph.getLeftMargin(), 0);
    }

    private static double or(Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
