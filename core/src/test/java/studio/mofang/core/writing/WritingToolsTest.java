package studio.mofang.core.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WritingToolsTest {
    static List<WritingTool> tools() {
        return WritingTools.all();
    }

    @Test
    void theCatalogueIsTheContractsFourteenInItsOrder() {
        assertThat(WritingTools.all())
                .extracting(WritingTool::type)
                .containsExactly(
                        "wechat_article",
                        "xiaohongshu_note",
                        "official_document",
                        "academic_paper",
                        "marketing_copy",
                        "news_article",
                        "video_script",
                        "story_novel",
                        "business_plan",
                        "work_report",
                        "resume",
                        "lesson_plan",
                        "content_rewrite",
                        "translation");
    }

    @Test
    void theWechatArticleIsTheContractsSample() {
        var card = Briefs.tool("wechat_article").card();

        assertThat(card.name()).isEqualTo("公众号文章");
        assertThat(card.description()).isEqualTo("生成适合微信公众号的文章");
        assertThat(card.creditsCost()).isEqualTo(10);
    }

    @Test
    void anUnknownTypeIsNoTool() {
        assertThat(WritingTools.find("poem")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyToolIsCompleteInBothLanguages(WritingTool tool) {
        assertThat(tool.creditsCost()).isBetween(5, 30);
        assertThat(tool.card().nameEn()).isNotBlank();
        assertThat(tool.card().descriptionEn()).isNotBlank();
        assertThat(tool.fields()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(field -> {
            assertThat(field.name()).matches("[a-z]+(_[a-z]+)*");
            assertThat(field.label().zh()).isNotBlank();
            assertThat(field.label().en()).isNotBlank();
            assertThat(field.problem(field.defaultValue())).isEmpty();
        });
        assertThat(tool.fields()).extracting(FormField::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void theThreeCommonFieldsAreEnoughForEveryTool(WritingTool tool) {
        assertThat(tool.errors(Briefs.sample(tool.type()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyFieldCanBeFilled(WritingTool tool) {
        assertThat(tool.errors(Briefs.complete(tool))).isEmpty();
    }
}
