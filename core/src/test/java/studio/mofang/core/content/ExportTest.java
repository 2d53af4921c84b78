package studio.mofang.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ExportTest {
    private static final Optional<AiLabel> LABEL = Optional.of(AiLabel.generated("墨坊", "id-1"));

    @Test
    void whatAModelMadeIsLabelledVisiblyAndInMetadata() {
        var file = MarkdownExport.of("标题", "正文", LABEL);

        assertThat(file)
                .startsWith("---\nAIGC:\n  Label: \"1\"\n  ContentProducer: \"墨坊\"\n")
                .endsWith("---\n\n> " + AiLabel.VISIBLE + "\n\n# 标题\n\n正文\n");
    }

    @Test
    void whatAPersonWroteGetsNoLabel() {
        assertThat(MarkdownExport.of("标题", "正文", Optional.empty())).isEqualTo("# 标题\n\n正文\n");
        assertThat(HtmlExport.of("标题", "正文", Optional.empty())).doesNotContain("AIGC", "AI生成");
    }

    @Test
    void aLabelTheTextAlreadyCarriesIsNotStripped() {
        var file = MarkdownExport.of("标题", "正文", LABEL);

        assertThat(MarkdownExport.of("标题", file, Optional.empty())).isEqualTo(file);
        assertThat(HtmlExport.label(HtmlExport.of("标题", file, Optional.empty())))
                .isEqualTo(LABEL);
    }

    @Test
    void aVisibleLabelWithoutMetadataIsNotStrippedEither() {
        var text = "> " + AiLabel.VISIBLE + "\n\n正文";

        assertThat(MarkdownExport.of("标题", text, Optional.empty())).contains(AiLabel.VISIBLE);
        assertThat(HtmlExport.of("标题", text, Optional.empty())).contains(AiLabel.VISIBLE);
    }

    @Test
    void otherEntriesOfTheFrontMatterStay() {
        var file = MarkdownExport.of("", "---\ntitle: 甲\nAIGC:\n  Label: 2\ntags:\n  - 乙\n---\n正文", LABEL);

        assertThat(file).contains("title: 甲\ntags:\n  - 乙\n---").containsOnlyOnce("AIGC:");
        assertThat(MarkdownExport.label(file)).isEqualTo(LABEL);
    }

    @Property
    void exportingAgainChangesNothing(@ForAll String text) {
        var once = MarkdownExport.of("题", text, LABEL);

        assertThat(MarkdownExport.of("题", once, LABEL)).isEqualTo(once).containsOnlyOnce("AIGC:\n  Label");
    }

    @Test
    void importingAnExportGivesTheTextBack() {
        assertThat(MarkdownExport.body(MarkdownExport.of("", "正文\n\n二段", LABEL)))
                .isEqualTo("正文\n\n二段\n");
    }

    @Test
    void aPageOfBlankLinesBeforeTheTextIsLeftOut() {
        assertThat(MarkdownExport.of("标题", " \n".repeat(200_000) + "正文", LABEL)).endsWith("\n\n# 标题\n\n正文\n");
    }

    @Test
    void htmlStandsAloneAndEscapesItsTitle() {
        var page = HtmlExport.of("<script>甲", "# 乙\n\n50% 的 %s", LABEL);

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<title>&lt;script&gt;甲</title>", "default-src 'none'", "<p>50% 的 %s</p>")
                .containsOnlyOnce("<meta name=\"AIGC\"")
                .containsOnlyOnce("class=\"ai-label\"")
                .doesNotContain("<script", "<h1>&lt;");
    }
}
