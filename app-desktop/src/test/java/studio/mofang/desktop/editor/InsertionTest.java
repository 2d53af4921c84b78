package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InsertionTest {
    private static final String PICTURE = "![](media:1)";

    @Test
    void aBlockStandsByItself() {
        assertThat(after("前文|后文")).isEqualTo("前文\n\n![](media:1)\n\n|后文");
        assertThat(after("前文\n|后文")).isEqualTo("前文\n\n![](media:1)\n\n|后文");
        assertThat(after("前文|\n后文")).isEqualTo("前文\n\n![](media:1)\n|\n后文");
    }

    @Test
    void thereAreNeverMoreEmptyLinesThanItNeeds() {
        assertThat(after("前文\n\n|\n\n后文")).isEqualTo("前文\n\n![](media:1)|\n\n后文");
        assertThat(after("|")).isEqualTo("![](media:1)\n\n|");
        assertThat(after("前文\n\n|")).isEqualTo("前文\n\n![](media:1)\n\n|");
    }

    @Test
    void theHeadingThatIsTheTitleStaysOnTop() {
        assertThat(after("|# 标题\n\n正文")).isEqualTo("# 标题\n\n![](media:1)\n|\n正文");
        assertThat(after("# 标|题")).isEqualTo("# 标题\n\n![](media:1)\n\n|");
        assertThat(after("|## 小标题")).isEqualTo("![](media:1)\n\n|## 小标题");
    }

    /// The text with the picture, and `|` where the caret stands, before and after.
    private static String after(String marked) {
        var caret = marked.indexOf('|');
        var text = marked.replace("|", "");
        var insertion = Insertion.of(text, caret, PICTURE);
        var whole = insertion.in(text);
        return whole.substring(0, insertion.caret()) + "|" + whole.substring(insertion.caret());
    }
}
