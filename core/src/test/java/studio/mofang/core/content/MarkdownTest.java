package studio.mofang.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class MarkdownTest {
    /// Attributes are read one by one: a quoted description may well speak of `onerror=`.
    private static final Pattern LIVE = Pattern.compile(
            "<script|<iframe|<svg|<[a-z]+(\\s+[\\w-]+=\"[^\"]*\")*\\s+on\\w+\\s*=|(href|src)=\"\\s*(javascript|vbscript|data:text)",
            Pattern.CASE_INSENSITIVE);

    @Test
    void tablesAndStrikethroughBecomeHtml() {
        assertThat(Markdown.html("| 甲 | 乙 |\n| --- | --- |\n| 1 | ~~2~~ |"))
                .contains("<th>甲</th>", "<td><del>2</del></td>");
    }

    @Test
    void rawHtmlIsShownAsText() {
        assertThat(Markdown.html("<script>alert(1)</script>\n\n文 <b onclick=x>字</b>"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<b ");
    }

    @Test
    void addressesThatRunScriptsAreDropped() {
        var html = Markdown.html("[a](javascript:alert) [b](<java\tscript:alert>) [c](data:text/html;base64,AA==)"
                + " ![d](data:image/svg+xml;base64,AA==) [e](https://example.com) ![f](data:image/png;base64,AA==)");

        assertThat(html)
                .doesNotContainIgnoringCase("script:")
                .doesNotContain("data:text", "svg")
                .contains("https://example.com", "data:image/png");
    }

    @Property
    void noTextEverBecomesALiveScript(@ForAll("hostile") String markdown) {
        assertThat(LIVE.matcher(Markdown.html(markdown)).find()).isFalse();
    }

    @Test
    void plainTextKeepsWordsAndLosesMarks() {
        var markdown =
                "# 标题\n\n一**二**三[链接](u)\n\n- 甲\n- 乙\n\n3. 丙\n4. 丁\n\n| a | b |\n| - | - |\n| c | d |\n\n```\n码\n```\n";

        assertThat(Markdown.text(markdown)).isEqualTo("标题\n一二三链接\n• 甲\n• 乙\n3. 丙\n4. 丁\na\tb\nc\td\n码");
    }

    @Test
    void aFrontMatterIsNoPartOfTheText() {
        assertThat(Markdown.text("---\ntitle: 甲\n---\n\n正文")).isEqualTo("正文");
        assertThat(Markdown.text("---\n这里没有元数据\n---\n")).contains("这里没有元数据");
    }

    @Provide
    static Arbitrary<String> hostile() {
        var pieces = Arbitraries.of(
                "<script>",
                "</script>",
                "<scr",
                "ipt>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:a)",
                "[x](<",
                "JaVaScRiPt:",
                "&#106;avascript:",
                "\\",
                ">)",
                "`",
                "\n",
                "\n\n",
                "    ",
                "| a | b |\n|-|-|\n",
                "![",
                "](data:text/html,<script>)",
                "\"",
                "'",
                "<!--",
                "-->",
                "]]>",
                "<svg onload=a>",
                "<a href=\"",
                "~~",
                "中");
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }
}
