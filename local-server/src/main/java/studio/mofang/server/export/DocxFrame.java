package studio.mofang.server.export;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import studio.mofang.core.content.AiLabel;

/// What a Word file has around its text: page, styles, page numbers, properties; and its kinds of paragraphs.
final class DocxFrame {
    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    /// 28 characters of 16 points on a line of 156 mm, in 4096ths of a point (GB/T 9704-2012).
    private static final int OFFICIAL_CHARACTER_SPACE = -842;

    private static final int TWO_CHARACTERS = 200;
    private static final String GREY = "57606A";

    private final XWPFDocument document;
    private final DocxLayout layout;

    DocxFrame(XWPFDocument document, DocxLayout layout) {
        this.document = document;
        this.layout = layout;
        var styles = document.createStyles();
        for (int level = 1; level <= 6; level++) {
            styles.addStyle(headingStyle(level));
        }
    }

    XWPFDocument document() {
        return document;
    }

    DocxLayout layout() {
        return layout;
    }

    void page() {
        var section = section();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(layout.page().top()));
        margins.setRight(BigInteger.valueOf(layout.page().right()));
        margins.setBottom(BigInteger.valueOf(layout.page().bottom()));
        margins.setLeft(BigInteger.valueOf(layout.page().left()));
        margins.setHeader(BigInteger.valueOf(851));
        margins.setFooter(BigInteger.valueOf(992));
        if (layout.official()) {
            var grid = section.addNewDocGrid();
            grid.setType(STDocGrid.LINES_AND_CHARS);
            grid.setLinePitch(BigInteger.valueOf(layout.lineHeight()));
            grid.setCharSpace(BigInteger.valueOf(OFFICIAL_CHARACTER_SPACE));
        }
    }

    void properties(String title, Optional<AiLabel> label) {
        document.getProperties().getCoreProperties().setTitle(title);
        document.getProperties().getCoreProperties().setCreator("墨坊");
        label.ifPresent(found -> document.getProperties().getCustomProperties().addProperty(AiLabel.KEY, found.json()));
    }

    /// Articles have their numbers in the middle; official documents outside, between dashes, one character in.
    void pageNumbers() {
        if (!layout.official()) {
            number(HeaderFooterType.DEFAULT, ParagraphAlignment.CENTER, "");
            return;
        }
        document.getSettings().setEvenAndOddHeadings(true);
        number(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT, "— ");
        number(HeaderFooterType.EVEN, ParagraphAlignment.LEFT, "— ");
    }

    void title(String text) {
        var paragraph = heading(1);
        run(paragraph.createRun(), layout.title(), text);
    }

    /// A small grey line before everything else.
    void note(String text) {
        var paragraph = document.createParagraph();
        paragraph.setSpacingAfter(120);
        var run = paragraph.createRun();
        run(run, new DocxLayout.Type("宋体", "Times New Roman", 9, false), text);
        run.setColor(GREY);
    }

    XWPFParagraph heading(int level) {
        var paragraph = document.createParagraph();
        paragraph.setStyle("Heading" + level);
        spaced(paragraph);
        if (level == 1) {
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            paragraph.setSpacingAfter(layout.lineHeight());
        } else if (layout.official()) {
            indented(paragraph);
        }
        return paragraph;
    }

    /// Running text, two characters in.
    XWPFParagraph text() {
        var paragraph = plain();
        indented(paragraph);
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        return paragraph;
    }

    XWPFParagraph plain() {
        var paragraph = document.createParagraph();
        spaced(paragraph);
        if (!layout.official()) {
            paragraph.setSpacingAfter(120);
        }
        return paragraph;
    }

    /// Puts text into a run, in a font for each script.
    static void run(XWPFRun run, DocxLayout.Type type, String text) {
        run.setText(text);
        run.setFontFamily(type.latin(), FontCharRange.ascii);
        run.setFontFamily(type.latin(), FontCharRange.hAnsi);
        run.setFontFamily(type.chinese(), FontCharRange.eastAsia);
        run.setFontSize(type.size());
        run.setBold(type.bold());
    }

    private void number(HeaderFooterType pages, ParagraphAlignment side, String dash) {
        var type = layout.official() ? new DocxLayout.Type("宋体", "宋体", 14, false) : layout.body();
        var paragraph = document.createFooter(pages).createParagraph();
        paragraph.setAlignment(side);
        if (layout.official()) {
            var indent = paragraph.getCTP().getPPr().addNewInd();
            indent.setLeftChars(BigInteger.valueOf(side == ParagraphAlignment.LEFT ? 100 : 0));
            indent.setRightChars(BigInteger.valueOf(side == ParagraphAlignment.RIGHT ? 100 : 0));
        }
        run(paragraph.createRun(), type, dash);
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        run(new XWPFRun(field.addNewR(), (org.apache.poi.xwpf.usermodel.IRunBody) paragraph), type, "1");
        run(paragraph.createRun(), type, new StringBuilder(dash).reverse().toString());
    }

    private void indented(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
        var indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        indent.setFirstLineChars(BigInteger.valueOf(TWO_CHARACTERS));
    }

    private void spaced(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
        var spacing = properties.addNewSpacing();
        spacing.setLine(BigInteger.valueOf(layout.lineHeight()));
        spacing.setLineRule(layout.official() ? STLineSpacingRule.EXACT : STLineSpacingRule.AT_LEAST);
    }

    private CTSectPr section() {
        var body = document.getDocument().getBody();
        return body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
    }

    /// The names that every word processor knows its outline by.
    private static XWPFStyle headingStyle(int level) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId("Heading" + level);
        style.addNewName().setVal("heading " + level);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewQFormat();
        style.addNewUiPriority().setVal(BigInteger.valueOf(9));
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        return new XWPFStyle(style);
    }
}
