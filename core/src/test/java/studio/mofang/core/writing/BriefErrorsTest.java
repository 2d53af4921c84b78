package studio.mofang.core.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BriefErrorsTest {
    private static List<FieldError> errors(String type, String title, String requirements, Map<String, String> fields) {
        return Briefs.tool(type).errors(new WritingBrief(type, title, List.of(), requirements, fields));
    }

    @Test
    void aTextToWriteNeedsATitle() {
        assertThat(errors("wechat_article", " ", "写得好", Map.of()))
                .containsExactly(new FieldError("title", "请填写标题或主题。"));
    }

    @Test
    void aTextToTranslateNeedsASourceAndNoTitle() {
        assertThat(errors("translation", "", "", Map.of())).containsExactly(new FieldError("source_text", "请填写「原文」。"));
        assertThat(errors("translation", "", "", Map.of("source_text", "你好"))).isEmpty();
    }

    @Test
    void requirementsStandInForAMissingSource() {
        assertThat(errors("content_rewrite", "", "把这段话改好", Map.of())).isEmpty();
    }

    @Test
    void everyLengthIsLimitedInCharactersAsPeopleCount() {
        assertThat(errors("wechat_article", "😀".repeat(200), "", Map.of())).isEmpty();
        assertThat(errors("wechat_article", "字".repeat(201), "字".repeat(5_001), Map.of("audience", "字".repeat(201))))
                .extracting(FieldError::field)
                .containsExactly("title", "requirements", "audience");
        assertThat(errors("translation", "", "", Map.of("source_text", "字".repeat(50_000))))
                .isEmpty();
        assertThat(errors("translation", "", "", Map.of("source_text", "字".repeat(50_001))))
                .containsExactly(new FieldError("source_text", "「原文」最多 50000 个字，现在有 50001 个，请删减。"));
    }

    @Test
    void keywordsAreLimitedInNumberAndLength() {
        var many = IntStream.range(0, 21).mapToObj(number -> "词" + number).toList();
        var tool = Briefs.tool("wechat_article");

        assertThat(tool.errors(new WritingBrief("wechat_article", "题", many, "", Map.of())))
                .containsExactly(new FieldError("keywords", "关键词最多 20 个，现在有 21 个。"));
        assertThat(tool.errors(new WritingBrief("wechat_article", "题", List.of("长".repeat(51)), "", Map.of())))
                .extracting(FieldError::field)
                .containsExactly("keywords");
    }

    @Test
    void aChoiceIsOneOfItsValuesOrItsWords() {
        assertThat(errors("official_document", "题", "", Map.of("document_kind", "request")))
                .isEmpty();
        assertThat(errors("official_document", "题", "", Map.of("document_kind", "请示")))
                .isEmpty();
        assertThat(errors("official_document", "题", "", Map.of("document_kind", "圣旨")))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("「文种」没有「圣旨」这一项", "请示", "纪要"));
    }

    @Test
    void aNumberIsAWholeOneWithinItsBounds() {
        assertThat(errors("video_script", "题", "", Map.of("duration_seconds", " 30 ")))
                .isEmpty();
        assertThat(errors("video_script", "题", "", Map.of("duration_seconds", "半分钟")))
                .containsExactly(new FieldError("duration_seconds", "「时长（秒）」请填整数，例如 5。"));
        assertThat(errors("video_script", "题", "", Map.of("duration_seconds", "901")))
                .containsExactly(new FieldError("duration_seconds", "「时长（秒）」请填 5 到 900 之间的整数。"));
    }

    @Test
    void fieldsOfOtherToolsAreIgnored() {
        assertThat(errors("wechat_article", "题", "", Map.of("duration_seconds", "x")))
                .isEmpty();
    }
}
