package studio.mofang.core.deck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkdownDeckTest {
    private static final String ARTICLE = """
            # 怎样开好一次会

            写给每周要开三次会的人

            ## 会前

            开会之前，先问一句：这件事能不能用一页纸说清楚，让大家看完再决定要不要见面？如果能，就别开。

            ### 准备什么

            - 议题
              - 每个议题写清要什么结论
            - 材料

            | 事项 | 谁 |
            | --- | --- |
            | 议程 | 主持人 |

            ### 请谁来

            只请要发言和要决定的人。

            ## 一句忠告

            > 会开得越久，记得的越少。
            >
            > —— 某位主持人

            ## 数字

            图表：柱形图（单位：小时）

            | 部门 | 每周 |
            | --- | --- |
            | 市场 | 6 |
            | 研发 | 3.5 |

            - 市场部最长

            ## 对比

            #### 好会

            - 短

            #### 坏会

            - 长
            """;

    @Test
    void anArticleBecomesSectionsAndSlides() {
        var slides = MarkdownDeck.of(ARTICLE, "无题").slides();
        assertEquals(
                List.of(
                        "Cover:怎样开好一次会",
                        "Section:会前",
                        "Content:准备什么",
                        "Table:准备什么",
                        "Content:请谁来",
                        "Quote:",
                        "Chart:数字",
                        "TwoColumns:对比",
                        "Closing:谢谢观看"),
                slides.stream()
                        .map(slide -> slide.getClass().getSimpleName() + ":" + slide.title())
                        .toList());
        assertEquals("写给每周要开三次会的人", ((Slide.Cover) slides.get(0)).subtitle());
        assertEquals("开会之前，先问一句：这件事能不能用一页纸说清楚，让大家看完再决定要不要见面？如果能，就别开", ((Slide.Section) slides.get(1)).lead());
        assertEquals(2, ((Slide.Content) slides.get(2)).bullets().get(1).level() + 1);
        assertEquals("某位主持人", ((Slide.Quote) slides.get(5)).source());
        var chart = (Slide.Chart) slides.get(6);
        assertEquals("小时", chart.figures().unit());
        assertEquals(List.of(6.0, 3.5), chart.figures().series().getFirst().values());
        assertEquals(List.of(new Bullet(0, "市场部最长")), chart.takeaway());
    }

    @Test
    void aLongParagraphGivesItsPointToTheSlideAndItsWholeToTheNotes() {
        var paragraph = "第一句话说的是重点。第二句话解释为什么这是重点，还举了一个很长很长的例子，说明如果不这样会怎么样。";
        var deck = MarkdownDeck.of("## 节\n\n" + paragraph, "题");
        var content = (Slide.Content) deck.slides().get(1);
        assertEquals(List.of(new Bullet(0, "第一句话说的是重点")), content.bullets());
        assertEquals(paragraph, content.notes());
    }

    @Test
    void aTextWithoutHeadingsIsADeckToo() {
        var deck = MarkdownDeck.of("- 甲\n- 乙\n", "题");
        assertEquals("题", deck.slides().get(0).title());
        assertEquals(2, ((Slide.Content) deck.slides().get(1)).bullets().size());
    }

    @Test
    void codeIsSeenLineByLineAndStandsWholeInTheNotes() {
        var code = "void main() {\n    print(1);\n}";
        var deck = MarkdownDeck.of("## 节\n\n- 甲\n\n```java\n" + code + "\n```\n", "题");

        var table = (Slide.Table) deck.slides().get(2);
        assertEquals("节", table.title());
        assertEquals(
                List.of(
                        List.of("代码（java）"),
                        List.of("void main() {"),
                        List.of("\u00a0\u00a0\u00a0\u00a0print(1);"),
                        List.of("}")),
                table.grid().lines());
        assertEquals(code, table.notes());
    }

    @Test
    void ofLongCodeTheSlideSaysHowMuchMoreThereIs() {
        var deck = MarkdownDeck.of("```\n" + "x = 1\n".repeat(40) + "```\n", "题");

        var rows = ((Slide.Table) deck.slides().get(1)).grid().rows();
        assertEquals(11, rows.size());
        assertEquals(List.of("……其余 30 行见备注"), rows.getLast());
    }

    @Test
    void aPictureAtHandHasASlideWithItsDescription() {
        var article = "# 题\n\n![封面](media:1)\n\n## 节\n\n- 甲 ![夜景](media:2)\n\n![](media:2)\n";
        var deck = MarkdownDeck.of(article, "题", Set.of("media:1", "media:2"));

        assertEquals(
                List.of("Cover", "Content", "Picture", "Picture", "Closing"),
                deck.slides().stream()
                        .map(slide -> slide.getClass().getSimpleName())
                        .toList());
        assertEquals(new Slide.Picture("节", "media:2", "夜景", ""), deck.slides().get(2));
        assertEquals(2, MarkdownDeck.pictures(article).size());
        assertEquals(deck, MarkdownDeck.of(DeckMarkdown.of(deck), "题", Set.of("media:2")));
    }

    @Test
    void ofAPictureThatIsNotAtHandTheDescriptionIsLeft() {
        var deck = MarkdownDeck.of("## 节\n\n![夜景](https://example.com/a.png)\n\n![](media:9)\n\n- 甲\n", "题");

        var content = (Slide.Content) deck.slides().get(1);
        assertEquals(List.of(new Bullet(0, "图：夜景"), new Bullet(0, "甲")), content.bullets());
        assertEquals(3, deck.slides().size());
        assertEquals(
                List.of("Cover", "Closing"),
                MarkdownDeck.of("![](https://example.com/a.png)\n", "题").slides().stream()
                        .map(slide -> slide.getClass().getSimpleName())
                        .toList());
    }

    @Test
    void theStudiosOwnRemarksStayOut() {
        var deck = MarkdownDeck.of("> AI生成：本内容由人工智能生成，请注意甄别。\n\n# 题\n\n## 节\n\n- 甲\n", "题");
        assertFalse(deck.slides().stream().anyMatch(Slide.Quote.class::isInstance));
    }

    @Test
    void theMarkdownOfADeckMakesTheSameDeckAgain() {
        var deck = MarkdownDeck.of(ARTICLE, "无题");
        var again = MarkdownDeck.of(DeckMarkdown.of(deck), "无题");
        assertEquals(DeckMarkdown.of(deck), DeckMarkdown.of(again));
        assertEquals(deck.slides().size(), again.slides().size());
    }

    @Test
    void theOfflineDeckHasASectionForEachLineAndClaimsNothing() {
        var outline = List.of("产品介绍：轻、快、省", "核心功能", "市场分析");
        var deck = OfflineDeck.compose("产品发布会", outline);
        var sections = deck.slides().stream()
                .filter(Slide.Section.class::isInstance)
                .map(Slide::title)
                .toList();
        assertEquals(List.of("产品介绍", "核心功能", "市场分析"), sections);
        assertTrue(DeckMarkdown.of(deck).contains("【待补充】"));
        assertFalse(deck.slides().stream().anyMatch(Slide.Chart.class::isInstance));
    }
}
