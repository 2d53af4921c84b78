package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.deck.Deck;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.server.slides.DeckWriter.Marks;

class DeckWriterTest {
    private static final Pattern ID = Pattern.compile("<p:cNvPr id=\"(\\d+)\"");
    private static final FontRenderContext FONTS = new FontRenderContext(null, true, true);
    private static final double LINE = 1.45;

    static List<DeckTheme> themes() {
        return DeckTheme.all();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyThemeGivesAFileThatIsWholeAndFits(DeckTheme theme) throws Exception {
        var file = DeckWriter.write(SampleDeck.whole(), BuiltInTemplate.of(theme), Marks.NONE);

        assertSound(file);
        try (var show = open(file)) {
            assertThat(show.getPageSize().getWidth()).isEqualTo(960);
            assertThat(show.getSlides()).hasSize(16);
            assertThat(show.getSlideMasters().getFirst().getTheme().getName()).isEqualTo(theme.name());
            show.getSlides().forEach(DeckWriterTest::assertFits);
        }
    }

    @Test
    void textSitsInThePlaceholdersOfTheLayoutAndKeepsItsFonts() throws Exception {
        try (var show = open(sample(Marks.NONE))) {
            var cover = show.getSlides().getFirst();
            assertThat(text(cover.getShapes())).startsWith("墨坊创作工作台产品发布会\n");
            assertThat(cover.getSlideLayout().getName()).isEqualTo("封面");
            for (var slide : show.getSlides()) {
                for (var shape : slide.getShapes()) {
                    assertThat(shape.isPlaceholder()).as(slide.getTitle()).isTrue();
                }
            }
            var run = cover.getPlaceholder(0)
                    .getTextParagraphs()
                    .getFirst()
                    .getTextRuns()
                    .getFirst();
            assertThat(run.getRPr(false).isSetLatin()).isFalse();
            assertThat(run.getFontFamily(org.apache.poi.common.usermodel.fonts.FontGroup.EAST_ASIAN))
                    .isEqualTo("微软雅黑");
        }
    }

    @Test
    void chartsAreNativeAndTheirFiguresCanBeEdited() throws Exception {
        try (var show = open(sample(Marks.NONE))) {
            var charts = show.getCharts();
            assertThat(charts).hasSize(4);
            var figures = ChartReading.of(frames(show).stream()
                            .filter(XSLFGraphicFrame::hasChart)
                            .findFirst()
                            .orElseThrow()
                            .getChart())
                    .orElseThrow();
            assertThat(figures.categories()).containsExactly("排版", "配图", "找素材", "发布", "对账");
            assertThat(figures.unit()).isEqualTo("小时/周");
            assertThat(figures.series().get(1).values()).containsExactly(1.2, 1.5, 2.4, 0.6, 0.1);
            var part = charts.getFirst().getPackagePart();
            var book = part.getRelatedPart(part.getRelationships().getRelationship(0));
            try (var workbook = new XSSFWorkbook(book.getInputStream())) {
                var sheet = workbook.getSheet("Sheet1");
                assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("使用后");
                assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(5.5);
            }
        }
    }

    @Test
    void tablesAndNotesAreNative() throws Exception {
        try (var show = open(sample(Marks.NONE))) {
            var table = show.getSlides().stream()
                    .flatMap(slide -> slide.getShapes().stream())
                    .filter(XSLFTable.class::isInstance)
                    .map(XSLFTable.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(table.getNumberOfRows()).isEqualTo(6);
            assertThat(table.getCell(1, 1).getText()).isEqualTo("十四种工具，续写与改写，版本可回退");
            var notes = show.getSlides().getFirst().getNotes();
            assertThat(notes.getTextParagraphs().stream().flatMap(List::stream).map(Object::toString))
                    .isNotEmpty();
            assertThat(text(notes.getShapes())).contains("欢迎大家。");
        }
    }

    @Test
    void theLabelOfGeneratedContentIsSeenAndIsInTheProperties() throws Exception {
        var label = AiLabel.generated("dashscope/qwen-plus", "id-1");
        try (var show = open(sample(new Marks(AiLabel.VISIBLE, Optional.of(label))))) {
            var property = show.getProperties().getCustomProperties().getProperty(AiLabel.KEY);
            assertThat(AiLabel.fromJson(property.getLpwstr())).contains(label);
            assertThat(text(show.getSlides().getFirst().getShapes())).contains(AiLabel.VISIBLE);
            assertThat(text(show.getSlides().getLast().getShapes())).contains(AiLabel.VISIBLE);
        }
    }

    @Test
    void charactersThatXmlCannotCarryDoNotBreakTheFile() throws Exception {
        var deck = new Deck("<a>&\"'\u0001\uFFFF😀", List.of());
        try (var show = open(DeckWriter.write(deck, BuiltInTemplate.of(DeckTheme.INK), Marks.NONE))) {
            assertThat(text(show.getSlides().getFirst().getShapes())).startsWith("<a>&\"'😀\n");
        }
    }

    @Test
    void everySlideHasItsPicture() {
        var pictures = SlidePictures.of(sample(Marks.NONE), 320, Marks.NONE);

        assertThat(pictures)
                .hasSize(16)
                .allSatisfy(png -> assertThat(png.length).isGreaterThan(500));
    }

    private static byte[] sample(Marks marks) {
        return DeckWriter.write(SampleDeck.whole(), BuiltInTemplate.of(DeckTheme.BUSINESS), marks);
    }

    private static XMLSlideShow open(byte[] file) throws IOException {
        return new XMLSlideShow(new ByteArrayInputStream(file));
    }

    private static List<XSLFGraphicFrame> frames(XMLSlideShow show) {
        return show.getSlides().stream()
                .flatMap(slide -> slide.getShapes().stream())
                .filter(XSLFGraphicFrame.class::isInstance)
                .map(XSLFGraphicFrame.class::cast)
                .toList();
    }

    private static String text(List<XSLFShape> shapes) {
        var text = new StringBuilder();
        for (var shape : shapes) {
            if (shape instanceof XSLFTextShape words) {
                text.append(words.getText()).append('\n');
            }
        }
        return text.toString();
    }

    /// What makes PowerPoint offer a repair: parts without a type, relations to nothing, numbers given
    /// twice.
    static void assertSound(byte[] file) throws Exception {
        try (var pack = OPCPackage.open(new ByteArrayInputStream(file))) {
            for (var part : pack.getParts()) {
                assertThat(part.getContentType())
                        .as(part.getPartName().getName())
                        .isNotBlank();
                if (part.isRelationshipPart()) {
                    continue;
                }
                for (var relation : part.getRelationships()) {
                    if (relation.getTargetMode() == TargetMode.INTERNAL) {
                        var target = PackagingURIHelper.createPartName(relation.getTargetURI());
                        assertThat(pack.getPart(target)).as(target.getName()).isNotNull();
                    }
                }
            }
        }
        var names = new HashSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(names.add(entry.getName())).as(entry.getName()).isTrue();
                if (entry.getName().matches("ppt/slides/slide\\d+\\.xml")) {
                    assertIdsAreUnique(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void assertIdsAreUnique(String xml) {
        var ids = new ArrayList<String>();
        ID.matcher(xml).results().forEach(found -> ids.add(found.group(1)));
        assertThat(ids).doesNotHaveDuplicates();
    }

    /// Measured with the font at hand, each text is no higher than its box.
    static void assertFits(XSLFSlide slide) {
        for (var shape : slide.getShapes()) {
            if (shape instanceof XSLFTextShape words && !words.getText().isBlank()) {
                double height = height(words);
                assertThat(height)
                        .as("height of «" + words.getText() + "» on " + slide.getSlideNumber())
                        .isLessThanOrEqualTo(words.getAnchor().getHeight() + 1);
            }
            if (shape instanceof XSLFTable table) {
                assertThat(table.getAnchor().getMaxY()).isLessThanOrEqualTo(500);
            }
        }
    }

    private static double height(XSLFTextShape shape) {
        double height = 0;
        for (var paragraph : shape.getTextParagraphs()) {
            if (paragraph.getTextRuns().isEmpty() || paragraph.getText().isEmpty()) {
                continue;
            }
            double size = paragraph.getTextRuns().getFirst().getFontSize();
            var before = paragraph.getSpaceBefore();
            height += before == null ? 0 : before < 0 ? -before : size * before / 100;
            var margin = paragraph.getLeftMargin();
            double width = shape.getAnchor().getWidth() - (margin == null ? 0 : margin);
            height += lines(paragraph.getText(), size, width) * size * LINE;
        }
        return height;
    }

    private static int lines(String text, double size, double width) {
        var font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
        var styled = new java.text.AttributedString(text, Map.of(TextAttribute.FONT, font));
        var breaks = new LineBreakMeasurer(styled.getIterator(), FONTS);
        int lines = 0;
        while (breaks.getPosition() < text.length()) {
            breaks.nextLayout((float) width);
            lines++;
        }
        return lines;
    }
}
