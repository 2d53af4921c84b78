package studio.mofang.core.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.mofang.core.platform.Breach.Evidence;
import studio.mofang.core.platform.Breach.Severity;

final class RuleCheckTest {
    @ParameterizedTest
    @CsvSource({"WECHAT,32", "XIAOHONGSHU,20", "DOUYIN,30", "TOUTIAO,30"})
    void aTitleMayBeAsLongAsThePlatformSaysAndNoLonger(Platform platform, int most) {
        assertThat(breaches(platform, "字".repeat(most), "文。"))
                .noneMatch(breach -> breach.field().equals("title"));

        assertThat(breaches(platform, "字".repeat(most + 1), "文。"))
                .filteredOn(breach -> breach.field().equals("title"))
                .singleElement()
                .satisfies(breach -> {
                    assertThat(breach.offset()).isEqualTo(most);
                    assertThat(breach.severity()).isEqualTo(Severity.REFUSED);
                    assertThat(breach.message()).contains("有 " + (most + 1) + " 字，最多 " + most + " 字");
                    assertThat(breach.source()).startsWith("https://");
                });
    }

    @Test
    void anEmojiCountsOnce() {
        assertThat(breaches(Platform.XIAOHONGSHU, "😀".repeat(20), "文。"))
                .noneMatch(breach -> breach.field().equals("title"));
    }

    @ParameterizedTest
    @CsvSource({
        "WECHAT,author,16",
        "WECHAT,digest,128",
        "XIAOHONGSHU,text,1000",
        "XIAOHONGSHU,tags,10",
        "DOUYIN,caption,1000",
        "DOUYIN,tags,5"
    })
    void everyLimitHoldsToTheLastOneAndASurrogatePairIsOne(Platform platform, String field, int most) {
        assertThat(broken(platform, wish(field, most))).doesNotContain(field);
        assertThat(broken(platform, wish(field, most + 1))).contains(field);
    }

    @Test
    void whatIsNotWrittenYetIsToldOnce() {
        var draft = "> 离线草稿：由本机模板按结构生成。\n\n正文。\n\n时间：【待补充】，地点：【待补充：城市】\n";

        assertThat(breaches(Platform.DOUYIN, "题目", draft))
                .filteredOn(breach -> breach.field().equals("content"))
                .singleElement()
                .satisfies(breach -> {
                    assertThat(breach.severity()).isEqualTo(Severity.WARNED);
                    assertThat(breach.line()).isEqualTo(1);
                    assertThat(breach.message()).contains("有 2 行", "第 1 行");
                });
        assertThat(breaches(Platform.TOUTIAO, "题目", "写完了。")).isEmpty();
    }

    @Test
    void aFileInTheTextStaysBehind() {
        var linked = "看下面。\n\n[视频](media:0190f0a0-0000-7000-8000-000000000001)";

        assertThat(breaches(Platform.WECHAT, "题目", linked))
                .extracting(Breach::line, Breach::message)
                .contains(tuple(3, "第 3 行的文件不会随文章发到微信公众号：请在它的后台插入。"));
    }

    @Test
    void aTitleOfWhiteSpaceIsNone() {
        assertThat(breaches(Platform.WECHAT, " 　\t", "文。"))
                .extracting(Breach::message)
                .contains("还没有标题：请填写，微信公众号要求至少 1 字。");
    }

    @Test
    void aMissingTitleAndAShortOneAreNamed() {
        assertThat(breaches(Platform.WECHAT, "", "文。"))
                .extracting(Breach::message)
                .contains("还没有标题：请填写，微信公众号要求至少 1 字。");
        assertThat(breaches(Platform.TOUTIAO, "一", "文。"))
                .extracting(Breach::message)
                .contains("标题只有 1 字，今日头条要求至少 2 字。");
    }

    @Test
    void aVideoPlatformNeedsAVideo() {
        assertThat(breaches(Platform.KUAISHOU, "题", "文。"))
                .extracting(Breach::field)
                .containsExactly("video");
        var wish = new Wish(null, null, null, null, null, null, null, null, "media:1");
        var article = article("题", "文。");
        assertThat(RuleCheck.breaches(Platforms.form(Platform.KUAISHOU, article, wish), article, 0))
                .isEmpty();
    }

    @Test
    void aPictureThatCannotBeReadIsNamedByNumberAndLine() {
        var markdown =
                "---\na: 1\n---\n\n# 题\n\n![](https://a.example/1.png)\n\n文\n![](C:\\图.png)\n\n![](https://a.example/2.webp)";

        assertThat(breaches(Platform.WECHAT, "题", markdown))
                .filteredOn(breach -> breach.field().equals("pictures"))
                .extracting(Breach::picture, Breach::line, Breach::severity)
                .containsExactly(tuple(2, 9, Severity.REFUSED), tuple(3, 12, Severity.WARNED));
    }

    @Test
    void htmlInTheTextIsWarnedOfOncePerLine() {
        assertThat(breaches(Platform.WECHAT, "题", "文\n\n<div>块</div>\n\n行 <b>内</b> 行"))
                .filteredOn(breach -> breach.field().equals("content"))
                .extracting(Breach::line)
                .containsExactly(3, 5);
    }

    @Test
    void aNoteHasAtMostEighteenPictures() {
        var pictures = String.join(
                "\n\n",
                IntStream.rangeClosed(1, 17)
                        .mapToObj(n -> "![](media:" + n + ")")
                        .toList());
        var article = article("题", "文\n\n" + pictures);
        var form = Platforms.form(Platform.XIAOHONGSHU, article, Wish.NONE);

        assertThat(RuleCheck.breaches(form, article, 1)).isEmpty();
        assertThat(RuleCheck.breaches(form, article, 2))
                .extracting(Breach::field)
                .containsExactly("pictures");
    }

    @Test
    void anArticleTooLongForItsHtmlIsWarnedOfAndOneTooLongForItsWordsRefused() {
        assertThat(breaches(Platform.WECHAT, "题", ("一段话。".repeat(50) + "\n\n").repeat(98)))
                .extracting(Breach::field, Breach::severity)
                .containsExactly(tuple("content", Severity.WARNED));
        assertThat(breaches(Platform.WECHAT, "题", ("一段话。".repeat(50) + "\n\n").repeat(101)))
                .anyMatch(breach -> breach.field().equals("text") && breach.refused());
    }

    @Test
    void everyRuleSaysHowWellItIsKnown() {
        assertThat(PlatformRule.all())
                .allSatisfy(rule -> assertThat(rule.source()).startsWith("https://"));
        assertThat(PlatformRule.of(Platform.WECHAT)).allMatch(rule -> rule.evidence() == Evidence.DOCUMENTED);
        assertThat(PlatformRule.all())
                .filteredOn(rule -> rule.evidence() == Evidence.UNVERIFIED && rule.most() != PlatformRule.NO_LIMIT)
                .allMatch(rule -> rule.severity() == Severity.WARNED);
    }

    private static Wish wish(String field, int count) {
        var words = "😀".repeat(count);
        return switch (field) {
            case "author" -> new Wish(null, null, null, null, null, words, null, null, null);
            case "digest", "caption" -> new Wish(null, words, null, null, null, null, null, null, null);
            case "text" -> new Wish(null, null, words, null, null, null, null, null, null);
            case "tags" -> {
                var tags = IntStream.range(0, count).mapToObj(n -> "话题" + n).toList();
                yield new Wish(null, null, null, tags, null, null, null, null, null);
            }
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static List<String> broken(Platform platform, Wish wish) {
        var article = article("题目", "文。");
        return RuleCheck.breaches(Platforms.form(platform, article, wish), article, 1).stream()
                .map(Breach::field)
                .toList();
    }

    private static List<Breach> breaches(Platform platform, String title, String markdown) {
        var article = article(title, markdown);
        return RuleCheck.breaches(Platforms.form(platform, article, Wish.NONE), article, 0);
    }

    private static Article article(String title, String markdown) {
        return Article.of(title, markdown, List.of(), Optional.empty());
    }
}
