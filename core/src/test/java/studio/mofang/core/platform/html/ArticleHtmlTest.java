package studio.mofang.core.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.Markdown;

final class ArticleHtmlTest {
    private static final Set<String> TAGS = Set.of(
            "section",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "strong",
            "em",
            "del",
            "code",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "img",
            "br",
            "hr",
            "sup",
            "span",
            "a");
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z0-9]+)([^>]*)>");
    private static final Pattern ATTRIBUTES =
            Pattern.compile("(?: (?:style|src|alt|href)=\"[^\"<>]*\"| start=\"\\d+\")*");
    private static final Theme PLAIN = Theme.all().getFirst();

    @Test
    void aLinkBecomesAFootnoteAndTheSameAddressKeepsItsNumber() {
        var html = bare("见[甲](https://a.example)、[乙](https://b.example)和[再看甲](https://a.example)");

        assertThat(html)
                .contains("<span>甲</span><sup>[1]</sup>", "<span>乙</span><sup>[2]</sup>", "再看甲</span><sup>[1]</sup>")
                .contains("<p>[1] 甲：https://a.example</p><p>[2] 乙：https://b.example</p>")
                .doesNotContain("<a ");
    }

    @Test
    void anArticleOfTheSamePlatformStaysALink() {
        assertThat(bare("[前文](https://mp.weixin.qq.com/s/abc)"))
                .contains("<a href=\"https://mp.weixin.qq.com/s/abc\">前文</a>")
                .doesNotContain("参考链接");
    }

    @Test
    void aPictureByItselfGetsItsCaption() {
        assertThat(bare("![西湖](media:1 \"断桥残雪\")"))
                .contains("<section><img src=\"media:1\" alt=\"西湖\"><section>断桥残雪</section></section>")
                .doesNotContain("<p>");
    }

    @Test
    void picturesAreListedOnceAndRewritten() {
        var html = bare("![](a&b.png)\n\n文字![](https://x.example/1.jpg)文字\n\n![](a&b.png)");

        assertThat(ArticleHtml.pictures(html)).containsExactly("a&b.png", "https://x.example/1.jpg");
        var rewritten = ArticleHtml.withPictures(
                html, Map.of("a&b.png", "https://mmbiz/$1?a=1&b=2", "https://x.example/1.jpg", "u2")::get);
        assertThat(ArticleHtml.pictures(rewritten)).containsExactly("https://mmbiz/$1?a=1&b=2", "u2");
    }

    @Test
    void nestedListsAndTasksKeepTheirPlaces() {
        assertThat(bare("3. 一\n   - [ ] 待办\n   - [x] 已办\n4. 二"))
                .contains(
                        "<ol start=\"3\"><li><section>一</section><ul><li style=\"list-style:none\"><section>☐ 待办</section>")
                .contains("☑ 已办", "<li><section>二</section></li></ol>");
    }

    @Test
    void aWideTableScrollsAndKeepsItsSides() {
        assertThat(ArticleHtml.of("| 甲 | 乙 |\n| :-: | --: |\n| 1 | 2 |", false, PLAIN))
                .contains("overflow-x:auto", ";text-align:center\">甲</th>", ";text-align:right\">2</td>");
    }

    @Test
    void codeKeepsItsLinesAndIndentation() {
        assertThat(bare("```java\nif (a < b) {\n    go();\n}\n```"))
                .contains("<pre><code>if (a &lt; b) {<br>\u00A0\u00A0\u00A0\u00A0go();<br>}</code></pre>");
    }

    @Test
    void aLineWrappedInTheSourceIsNoGapInChineseButOneInEnglish() {
        assertThat(bare("春眠不觉晓，\n处处闻啼鸟")).contains("春眠不觉晓，处处闻啼鸟");
        assertThat(bare("one\ntwo")).contains("one two");
    }

    @Test
    void theVisibleLabelComesFirst() {
        assertThat(ArticleHtml.of("文", true, Theme.bare()))
                .startsWith("<section><p>" + AiLabel.VISIBLE + "</p><p>文</p>");
    }

    @Test
    void everyThemeStylesEveryBlockAndSpeaksNoCssThatThePlatformDrops() {
        for (var theme : Theme.all()) {
            var html = ArticleHtml.of(SampleArticle.MARKDOWN, true, theme);
            assertThat(html).doesNotContain("$", "position", "class=", "id=", "<p>", "<h2>", "<blockquote>", "url(");
            assertThat(html.length()).as(theme.name()).isLessThan(9_000);
        }
        assertThat(Theme.all()).extracting(Theme::key).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void bottomlessNestingIsRendered() {
        for (var markdown :
                List.of("> ".repeat(5000) + "底", "*a ".repeat(5000) + "a* ".repeat(5000), "- ".repeat(3000))) {
            assertThat(ArticleHtml.of(markdown, false, PLAIN)).startsWith("<section");
            assertThat(Markdown.text(markdown)).isNotNull();
        }
    }

    @Property(tries = 400)
    void onlyAllowedTagsComeOutWhateverGoesIn(@ForAll("markdown") String markdown) {
        var html = ArticleHtml.of(markdown, true, PLAIN);

        assertThat(TAG.matcher(html).results().map(tag -> tag.group(1)).collect(Collectors.toSet()))
                .isSubsetOf(TAGS);
        assertThat(TAG.matcher(html).results().map(tag -> tag.group(2)))
                .allMatch(attributes -> ATTRIBUTES.matcher(attributes).matches());
        assertThat(TAG.matcher(html).replaceAll("")).doesNotContain("<", ">");
    }

    @Property(tries = 400)
    void everyLetterOfTheTextSurvives(@ForAll("markdown") String markdown) {
        var html = ArticleHtml.of(markdown, false, Theme.bare());

        assertThat(letters(visible(html))).containsSubsequence(letters(Markdown.text(markdown)));
    }

    @Property(tries = 200)
    void rewritingPicturesToThemselvesChangesNothing(@ForAll("markdown") String markdown) {
        var html = ArticleHtml.of(markdown, false, PLAIN);

        assertThat(ArticleHtml.withPictures(html, source -> source)).isEqualTo(html);
    }

    private static String bare(String markdown) {
        return ArticleHtml.of(markdown, false, Theme.bare());
    }

    /// The words a reader sees, the descriptions of pictures among them.
    private static String visible(String html) {
        return html.replace("☑", "x")
                .replaceAll("<img src=\"[^\"]*\" alt=\"([^\"]*)\"[^>]*>", "$1")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static List<String> letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .toList();
    }

    @Provide
    Arbitrary<String> markdown() {
        var pieces = Arbitraries.of(
                "春眠不觉晓，",
                "word ",
                "**",
                "*",
                "~~",
                "`",
                "```\n",
                "\n",
                "\n\n",
                "# ",
                "## ",
                "> ",
                "- ",
                "  - ",
                "1. ",
                "- [x] ",
                "[链接](https://a.example)",
                "[",
                "](",
                ")",
                "![图](media:1)",
                "![坏](javascript:x)",
                "<script>alert(1)</script>",
                "<b onclick=\"x\">",
                "| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n",
                "|",
                "---\n",
                "    缩进\n",
                "&amp;",
                "\"",
                "\\",
                "😀",
                "\u0000",
                "<");
        return pieces.list().ofMaxSize(25).map(list -> String.join("", list));
    }
}
