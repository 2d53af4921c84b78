package studio.mofang.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.content.AiLabel;

class DocxExportTest {
    private static final String EVERYTHING = """
            ## 第一节

            正文有**粗体**、*斜体*、~~删除~~和`代码`,还有[链接](https://example.com/a?b=c&d=1)。

            1. 第一
            2. 第二
               - 里面

            > 引用的话

            ```java
            int a = 1;
              a++;
            ```

            ---

            | 名称 | 数量 |
            |---|--:|
            | 苹果 | 3 |
            """;

    @Test
    void everyKindOfBlockIsRealInWord() throws IOException {
        var document = read("writing", EVERYTHING, Optional.empty());

        assertThat(text(document, "第一节").getStyle()).isEqualTo("Heading2");
        assertThat(text(document, "第一").getNumFmt()).isEqualTo("decimal");
        assertThat(text(document, "里面").getNumFmt()).isEqualTo("bullet");
        assertThat(text(document, "里面").getNumIlvl().intValue()).isEqualTo(1);
        assertThat(text(document, "引用的话").getIndentationLeft()).isPositive();
        assertThat(document.getTables()).hasSize(1);
        assertThat(document.getTables().getFirst().getRow(1).getCell(1).getText())
                .isEqualTo("3");
        assertThat(document.getHyperlinks()).extracting("URL").containsExactly("https://example.com/a?b=c&d=1");
        assertThat(document.getFooterList()).hasSize(1);
        assertThat(document.getProperties().getCustomProperties().contains(AiLabel.KEY))
                .isFalse();
    }

    @Test
    void emphasisAndChineseFontsAreKept() throws IOException {
        var runs = read("writing", EVERYTHING, Optional.empty()).getParagraphs().stream()
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .toList();

        assertThat(runs).filteredOn(run -> run.text().equals("粗体")).allMatch(run -> run.isBold());
        assertThat(runs).filteredOn(run -> run.text().equals("斜体")).allMatch(run -> run.isItalic());
        assertThat(runs).filteredOn(run -> run.text().equals("删除")).allMatch(run -> run.isStrikeThrough());
        assertThat(runs)
                .filteredOn(run -> run.text().equals("粗体"))
                .allMatch(run -> "宋体".equals(run.getFontFamily(FontCharRange.eastAsia)));
    }

    @Test
    void whatAModelMadeCarriesBothLabels() throws IOException {
        var label = AiLabel.generated("dashscope/qwen-max", "id-1");

        var document = read("writing", EVERYTHING, Optional.of(label));

        assertThat(document.getParagraphs().getFirst().getText()).isEqualTo(AiLabel.VISIBLE);
        var property = document.getProperties().getCustomProperties().getProperty(AiLabel.KEY);
        assertThat(AiLabel.fromJson(property.getLpwstr())).contains(label);
    }

    @Test
    void anOfficialDocumentHasTheLayoutOfTheStandard() throws IOException {
        var document = read("official_document", """
                各市人民政府:

                ## 一、总体要求

                全面贯彻。

                省人民政府办公厅

                2026年1月22日
                """, Optional.empty());

        var section = document.getDocument().getBody().getSectPr();
        assertThat(section.getPgMar().getTop()).hasToString("2098");
        assertThat(section.getPgMar().getLeft()).hasToString("1588");
        assertThat(text(document, "标题").getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
        assertThat(font(text(document, "标题"))).isEqualTo("方正小标宋简体");
        assertThat(font(text(document, "一、总体要求"))).isEqualTo("黑体");
        assertThat(font(text(document, "全面贯彻。"))).isEqualTo("仿宋");
        assertThat(text(document, "各市人民政府:").getCTP().getPPr().isSetInd()).isFalse();
        assertThat(text(document, "省人民政府办公厅").getAlignment()).isEqualTo(ParagraphAlignment.RIGHT);
        assertThat(text(document, "2026年1月22日").getAlignment()).isEqualTo(ParagraphAlignment.RIGHT);
        assertThat(document.getFooterList()).hasSize(2);
    }

    @Test
    void oddTextsStillMakeAFile() throws IOException {
        for (var odd : List.of("", "\u0007钟\u000b", "[坏](http://a b|c)", "# 只有标题", "| a |\n|---|\n", "1. \n2. x")) {
            assertThat(read("writing", odd, Optional.empty()).getParagraphs()).isNotEmpty();
        }
    }

    private static XWPFDocument read(String tool, String markdown, Optional<AiLabel> label) throws IOException {
        var creation = new Creation(
                1,
                UUID.randomUUID(),
                "writing",
                tool,
                "标题",
                markdown,
                1,
                1,
                List.of(),
                null,
                Instant.now(),
                Instant.now(),
                null);
        return new XWPFDocument(new ByteArrayInputStream(DocxExport.of(creation, label)));
    }

    private static XWPFParagraph text(XWPFDocument document, String text) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no paragraph " + text));
    }

    private static String font(XWPFParagraph paragraph) {
        return paragraph.getRuns().getFirst().getFontFamily(FontCharRange.eastAsia);
    }
}
