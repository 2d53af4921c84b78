package studio.mofang.core.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.mofang.core.content.Markdown;
import studio.mofang.core.content.WordCount;

final class OfflineComposerTest {
    static List<WritingTool> tools() {
        return WritingTools.all();
    }

    private static String compose(String type, Map<String, String> fields) {
        return OfflineComposer.compose(Briefs.tool(type), Briefs.sample(type, fields));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyDraftSaysFirstThatItIsNotAi(WritingTool tool) {
        assertThat(OfflineComposer.compose(tool, Briefs.sample(tool.type())))
                .startsWith(OfflineComposer.NOTICE + "\n\n# ");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyDraftIsWorthGoingOnFrom(WritingTool tool) {
        var draft = OfflineComposer.compose(tool, Briefs.complete(tool));

        assertThat(draft).contains("如何提高工作效率", "时间管理", "效率工具", "- [ ] ").doesNotContainPattern("\\{[a-z_]+[|}]");
        assertThat(WordCount.ofMarkdown(draft).words()).isGreaterThan(200);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void theSameBriefGivesTheSameDraft(WritingTool tool) {
        assertThat(OfflineComposer.compose(tool, Briefs.complete(tool)))
                .isEqualTo(OfflineComposer.compose(tool, Briefs.complete(tool)));
    }

    @Test
    void everyGenreHasItsOwnSkeleton() {
        assertThat(WritingTools.all().stream()
                        .map(tool -> OfflineComposer.compose(tool, Briefs.sample(tool.type())))
                        .map(draft -> draft.replaceAll("(?m)^(?!#).*$|如何提高工作效率", "")))
                .doesNotHaveDuplicates();
    }

    @Test
    void anOfficialDocumentIsLaidOutByTheStandard() {
        var draft = compose(
                "official_document",
                Map.of("document_kind", "请示", "issuer", "甲市教育局", "recipient", "甲市人民政府", "signed_on", "2026年1月22日"));

        assertThat(draft)
                .contains("# 甲市教育局关于如何提高工作效率的请示", "甲市人民政府：", "## 一、总体要求", "妥否，请批示。")
                .containsSubsequence("附件：", "甲市教育局", "2026年1月22日");
    }

    @Test
    void theShotsOfAScriptAddUpToItsSeconds() {
        var draft = compose("video_script", Map.of("duration_seconds", "45"));

        assertThat(draft).contains("| 1 | 0–", "–45 |", "45 秒");
    }

    @Test
    void aNoteKeepsThePlatformsLimits() {
        var long_ = new WritingBrief("xiaohongshu_note", "很长的标题".repeat(10), List.of(), "", Map.of("tag_count", "10"));
        var draft = OfflineComposer.compose(Briefs.tool("xiaohongshu_note"), long_);

        var title =
                draft.lines().filter(line -> line.startsWith("# ")).findFirst().orElseThrow();
        assertThat(title.substring(2)).hasSize(20);
        assertThat(draft.lines()
                        .filter(line -> line.startsWith("\\#"))
                        .findFirst()
                        .orElseThrow()
                        .split(" "))
                .hasSize(10);
    }

    @Test
    void aTranslationOfflineIsAnHonestWorktable() {
        var draft = compose("translation", Map.of("source_text", "第一段。\n\n第二段 | 有竖线。", "target_language", "ja"));

        assertThat(draft).contains("离线不能翻译", "| 1 | 第一段。 |  |", "| 2 | 第二段 \\| 有竖线。 |  |", "译文（日语）");
    }

    @Test
    void aRewriteOfflineKeepsTheSourceWhole() {
        var draft = compose("content_rewrite", Map.of("source_text", "他说：“好。”然后走了！\n第二段。"));

        assertThat(draft).contains("| 1-1 | 他说：“好。” |", "| 1-2 | 然后走了！ |", "> 他说：“好。”然后走了！\n>\n> 第二段。");
    }

    @Test
    void aContinuationStartsWhereTheTextStops() {
        var text = OfflineComposer.continuation("标题", "# 标题\n\n## 第二节\n\n先写下来。再做一件小事。", "轻松些");

        assertThat(text).contains("不是 AI 输出", "「第二节」", "再做一件小事。", "轻松些");
        assertThat(text.lines().filter(line -> line.startsWith("- "))).hasSize(3);
    }

    @Property(tries = 50)
    void anyWordsAtAllMakeADraft(
            @ForAll String title, @ForAll List<String> keywords, @ForAll String requirements, @ForAll String source) {
        var brief = new WritingBrief("", title, keywords, requirements, Map.of("source_text", source));

        assertThat(WritingTools.all()).allSatisfy(tool -> {
            assertThat(Markdown.text(OfflineComposer.compose(tool, brief))).isNotBlank();
            assertThat(tool.prompt(brief).user()).isNotBlank();
        });
        assertThat(OfflineComposer.continuation(title, source, requirements)).isNotBlank();
    }
}
