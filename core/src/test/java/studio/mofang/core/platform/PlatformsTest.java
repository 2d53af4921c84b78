package studio.mofang.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.platform.PlatformForm.Headline;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.PlatformForm.VideoPost;
import studio.mofang.core.platform.PlatformForm.WechatArticle;

final class PlatformsTest {
    private static final AiLabel LABEL = AiLabel.generated("dashscope/qwen-plus", "u-1");

    @Test
    void aHeadingThatRepeatsTheTitleIsSaidOnce() {
        var article = Article.of("西湖", "---\nx: 1\n---\n\n# 西湖\n\n断桥。", List.of(), Optional.empty());

        assertThat(article.title()).isEqualTo("西湖");
        assertThat(article.body().strip()).isEqualTo("断桥。");
        assertThat(article.linesBefore()).isEqualTo(5);
        assertThat(Article.of("", "# 无名\n文", List.of(), Optional.empty()).title())
                .isEqualTo("无名");
        assertThat(Article.of("甲", "# 乙\n文", List.of(), Optional.empty()).body())
                .startsWith("# 乙");
    }

    @Test
    void theDefaultDigestIsTheBeginningAndEndsWithASentenceWherePossible() {
        var wechat = (WechatArticle)
                form(Platform.WECHAT, article("第一句话说到这里就完了，它长得刚好超过二十七个字所以能当摘要用。" + "后面还有很长的一段话。".repeat(9)));

        assertThat(wechat.digest()).endsWith("。").hasSizeBetween(27, 54);
        assertThat(((WechatArticle) form(Platform.WECHAT, article("字".repeat(80)))).digest())
                .hasSize(54);
    }

    @Test
    void theFirstPictureIsTheCoverUnlessAnotherIsWished() {
        var article = article("![](media:a)\n\n![](media:b)");
        var wish = new Wish(null, null, null, null, "pine", "墨坊", null, "media:c", null);

        assertThat(((WechatArticle) form(Platform.WECHAT, article)).cover()).isEqualTo("media:a");
        var wished = (WechatArticle) Platforms.form(Platform.WECHAT, article, wish);
        assertThat(wished.cover()).isEqualTo("media:c");
        assertThat(wished.theme()).isEqualTo("pine");
        assertThat(wished.author()).isEqualTo("墨坊");
    }

    @Test
    void aVideoGoesOutWithItsOwnFileAndFace() {
        var film = Article.of(creation("video", "![西湖](media:poster)\n\n[视频](media:film)\n\n断桥的早晨。"));

        var post = (VideoPost) form(Platform.KUAISHOU, film);
        assertThat(post.video()).isEqualTo("media:film");
        assertThat(post.cover()).isEqualTo("media:poster");
        assertThat(post.caption()).isEqualTo("西湖\n断桥的早晨。");

        var other = new Wish(null, null, null, null, null, null, null, null, "media:other");
        var chosen = (VideoPost) Platforms.form(Platform.KUAISHOU, film, other);
        assertThat(chosen.video()).isEqualTo("media:other");
        assertThat(chosen.cover()).isNull();
        assertThat(((VideoPost) form(Platform.DOUYIN, Article.of(creation("slides", "[演示文稿](media:deck)")))).video())
                .isNull();
    }

    @Test
    void whereThereIsNoPlaceForATitleTheCaptionBeginsWithItOnce() {
        var article = Article.of("西湖", "断桥。", List.of("杭州"), Optional.of(LABEL));

        assertThat(caption(article, null)).isEqualTo("西湖\n断桥。\n" + AiLabel.VISIBLE + "\n#杭州");
        assertThat(caption(article, "西湖边的早晨")).startsWith("西湖\n西湖边的早晨\n");
        assertThat(caption(article, "西湖\n早晨")).startsWith("西湖\n早晨\n");
        assertThat(caption(article, "")).startsWith("西湖\n" + AiLabel.VISIBLE);
    }

    @Test
    void aShortNoteIsWholeAndALongOneGoesOnCards() {
        var tagged = Article.of("周末", "去**西湖**。\n\n- 断桥\n- 苏堤", List.of("杭州 旅行", "#周末"), Optional.empty());
        var note = (Note) form(Platform.XIAOHONGSHU, tagged);
        assertThat(note.text()).isEqualTo("去西湖。\n\n• 断桥\n• 苏堤\n\n#杭州旅行 #周末");
        assertThat(note.cards()).isTrue();

        var longer = (Note) form(Platform.XIAOHONGSHU, article(("很长的一段。".repeat(30) + "\n\n").repeat(9)));
        assertThat(longer.abridged()).isTrue();
        assertThat(longer.text()).endsWith("（全文见图）").hasSizeLessThanOrEqualTo(1000);
    }

    @Test
    void whatAModelWroteIsLabelledEverywhere() {
        var article = Article.of("题", "文。", List.of("话题"), Optional.of(LABEL));

        assertThat(((WechatArticle) form(Platform.WECHAT, article)).html()).contains(AiLabel.VISIBLE);
        assertThat(((Headline) form(Platform.TOUTIAO, article)).html()).contains(AiLabel.VISIBLE);
        assertThat(((Note) form(Platform.XIAOHONGSHU, article)).text()).startsWith(AiLabel.VISIBLE);
        assertThat(((VideoPost) form(Platform.DOUYIN, article)).caption())
                .isEqualTo("文。\n" + AiLabel.VISIBLE + "\n#话题");
        for (var platform : Platform.values()) {
            assertThat(AiLabel.fromJson(form(platform, article).aigc())).contains(LABEL);
        }
        assertThat(form(Platform.WECHAT, article("文")).aigc()).isEmpty();
    }

    @Property(tries = 200)
    void everyPlatformTakesEveryText(@ForAll String title, @ForAll String markdown, @ForAll List<String> tags) {
        var article = Article.of(title, markdown, tags, Optional.of(LABEL));
        for (var platform : Platform.values()) {
            var form = form(platform, article);
            assertThat(RuleCheck.breaches(form, article, 0)).isNotNull();
        }
    }

    @Property(tries = 100)
    void aNoteWithCardsNeverOutgrowsItsLimitByItself(@ForAll String markdown) {
        var article = article(markdown.repeat(20));
        assertThat(RuleCheck.breaches(form(Platform.XIAOHONGSHU, article), article, 1))
                .noneMatch(breach -> breach.field().equals("text") && breach.offset() != null);
    }

    private static Creation creation(String type, String content) {
        var now = Instant.EPOCH;
        return new Creation(1, new UUID(0, 1), type, null, "西湖", content, 1, 0, List.of(), null, now, now, null);
    }

    private static String caption(Article article, String words) {
        var wish = new Wish(null, words, null, null, null, null, null, null, null);
        return ((VideoPost) Platforms.form(Platform.KUAISHOU, article, wish)).caption();
    }

    private static PlatformForm form(Platform platform, Article article) {
        return Platforms.form(platform, article, Wish.NONE);
    }

    private static Article article(String markdown) {
        return Article.of("标题", markdown, List.of(), Optional.empty());
    }
}
