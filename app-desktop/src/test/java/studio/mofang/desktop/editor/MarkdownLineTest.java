package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.mofang.desktop.editor.MarkdownLine.Block;

class MarkdownLineTest {
    @ParameterizedTest
    @CsvSource({
        "# 题目,HEADING_1",
        "## 节,HEADING_2",
        "###### 末节,HEADING_3",
        "#话题#,PLAIN",
        "> 引用,QUOTE",
        "- 条目,ITEM",
        "12. 条目,ITEM",
        "- [ ] 待办,ITEM",
        "---,RULE",
        "正文,PLAIN",
        "'',BLANK"
    })
    void aLineIsKnownByItsBeginning(String line, Block block) {
        assertThat(MarkdownLine.of(line, false).block()).isEqualTo(block);
    }

    @Test
    void marksStayAsTheyAreAndTheirInsideIsStyled() {
        assertThat(styled("写**重点**和`代码`,[墨坊](https://example.com)"))
                .containsExactly(
                        "写:",
                        "**:mark",
                        "重点:bold",
                        "**:mark",
                        "和:",
                        "`:mark",
                        "代码:code",
                        "`:mark",
                        ",:",
                        "[:mark",
                        "墨坊:link",
                        "](https://example.com):mark");
    }

    @Test
    void aLonelyStarIsNoEmphasis() {
        assertThat(styled("3 * 4 = 12 * 1")).containsExactly("3 * 4 = 12 * 1:");
    }

    @Test
    void everythingBetweenFencesIsCode() {
        assertThat(MarkdownLine.of("```java", false).block()).isEqualTo(Block.FENCE_OPEN);
        assertThat(MarkdownLine.of("# 不是标题", true).block()).isEqualTo(Block.CODE);
        assertThat(MarkdownLine.of("```", true).block()).isEqualTo(Block.FENCE_CLOSE);
    }

    private static List<String> styled(String line) {
        var parts = new ArrayList<String>();
        var at = 0;
        for (var span : MarkdownLine.of(line, false).spans()) {
            parts.add(line.substring(at, at + span.getLength()) + ":" + String.join(",", span.getStyle()));
            at += span.getLength();
        }
        return parts;
    }
}
