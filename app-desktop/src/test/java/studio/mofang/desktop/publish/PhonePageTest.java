package studio.mofang.desktop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.platform.Article;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.Platforms;
import studio.mofang.core.platform.RuleCheck;
import studio.mofang.core.platform.Wish;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;

class PhonePageTest {
    @Test
    void whatIsTooLongIsMarkedFromThereOn() {
        assertThat(page(Platform.XIAOHONGSHU, "一二三四五六七八九十".repeat(2) + "多", "文。"))
                .contains("九十<span class=\"over\">多</span>");
    }

    @Test
    void aPictureThatWillNotComeThroughIsFramed() {
        assertThat(page(Platform.WECHAT, "题", "![](https://a.example/1.png)\n\n![](图.png)"))
                .contains("<img class=\"wrong\" src=\"图.png\"", "<img src=\"https://a.example/1.png\"");
    }

    @Test
    void picturesAreLoadedFromWhereTheyAre() {
        assertThat(page(Platform.WECHAT, "题", "![](media:1)")).contains("src=\"https://here.example/media:1\"");
    }

    @Test
    void whatIsWrittenNeverBecomesLive() {
        for (var platform : Platform.values()) {
            assertThat(page(platform, "<script>x</script>", "<img src=x onerror=y> 一段。"))
                    .doesNotContain("<script", "<img src=x")
                    .contains("default-src 'none'");
        }
    }

    @Test
    void aTitleThatStandsInTheCaptionIsShownOnce() {
        assertThat(page(Platform.KUAISHOU, "西湖的早晨", "断桥。"))
                .contains("<p>西湖的早晨<br>断桥。</p>")
                .containsOnlyOnce("西湖的早晨");
        assertThat(page(Platform.DOUYIN, "西湖的早晨", "断桥。")).contains("<h1>西湖的早晨</h1><p>断桥。</p>");
    }

    @Test
    void theCaptionToEditComesWithoutTheTitle() {
        var draft = new PlatformDraft(Platform.KUAISHOU, () -> {});

        draft.show(preview(Platform.KUAISHOU, "西湖", "断桥。"));

        assertThat(draft.field(Field.DIGEST).get()).isEqualTo("断桥。");
    }

    @Test
    void theWordsToEditComeWithoutLabelAndTopics() {
        assertThat(Bare.words(AiLabel.VISIBLE + "\n\n正文 #不是话题\n\n#一 #二", List.of("一", "二")))
                .isEqualTo("正文 #不是话题");
        assertThat(Bare.words("文案\n" + AiLabel.VISIBLE + "\n#一", List.of("一"))).isEqualTo("文案");
    }

    private static String page(Platform platform, String title, String markdown) {
        return new PhonePage(
                        new Messages(Language.CHINESE),
                        preview(platform, title, markdown),
                        List.of(),
                        source -> source.startsWith("media:") ? "https://here.example/" + source : source)
                .html();
    }

    private static Preview preview(Platform platform, String title, String markdown) {
        var article = Article.of(title, markdown, List.of(), Optional.empty());
        var form = Platforms.form(platform, article, Wish.NONE);
        return new Preview(platform, platform.title(), form, 0, false, RuleCheck.breaches(form, article, 0), "");
    }
}
