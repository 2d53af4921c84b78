package studio.mofang.core.deck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeckReaderTest {
    private static final String GOOD = """
            {"title": "发布会", "slides": [
              {"type": "cover", "title": "发布会", "subtitle": "秋季"},
              {"type": "section", "title": "产品", "lead": "一句话"},
              {"type": "content", "title": "要点", "bullets": [{"text": "甲", "children": ["甲一"]}, "乙"], "notes": "讲"},
              {"type": "two_column", "title": "对比", "left": {"title": "旧", "bullets": ["慢"]}, "right": {"title": "新", "bullets": ["快"]}},
              {"type": "table", "title": "表", "header": ["名", "数"], "rows": [["甲", 1], ["乙", null]]},
              {"type": "chart", "title": "图", "chart": {"kind": "line", "unit": "万", "categories": ["一", "二"],
                "series": [{"name": "量", "values": [1, "2.5 万"]}]}, "takeaway": ["在涨"]},
              {"type": "quote", "text": "话", "source": "—— 某人"},
              {"type": "closing", "title": "谢谢"}
            ]}
            """;

    @Test
    void everyKindOfSlideIsRead() {
        var deck = read(GOOD);
        assertEquals("发布会", deck.title());
        var kinds = deck.slides().stream()
                .map(slide -> slide.getClass().getSimpleName())
                .toList();
        assertEquals(List.of("Cover", "Section", "Content", "TwoColumns", "Table", "Chart", "Quote", "Closing"), kinds);
        var content = (Slide.Content) deck.slides().get(2);
        assertEquals(List.of(new Bullet(0, "甲"), new Bullet(1, "甲一"), new Bullet(0, "乙")), content.bullets());
        assertEquals("讲", content.notes());
        var figures = ((Slide.Chart) deck.slides().get(5)).figures();
        assertEquals(List.of(1.0, 2.5), figures.series().getFirst().values());
        assertEquals("某人", ((Slide.Quote) deck.slides().get(6)).source());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "好的,这是幻灯片:\n```json\n%s\n```\n希望有用!",
                "%s",
            })
    void whatStandsAroundTheJsonIsForgiven(String answer) {
        assertEquals(read(GOOD), read(answer.formatted(GOOD)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"slides\": [{\"title\": \"甲\", \"bullets\": [\"一\",],},]}",
                "{'slides': [{'title': '甲', 'bullets': ['一']}]}",
                "{slides: [{title: \"甲\", bullets: [\"一\"]}]} // 完",
                "{“slides”: [{“title”: “甲”, “bullets”: [“一”]}]}",
                "{\"slides\": [{\"title\": \"甲\", \"bullets\": [\"一\"]}, {\"title\": \"没写",
                "{\"slides\": [{\"title\": \"甲\", \"bullets\": \"- 一\"}]}",
                "{\"pages\": [{\"heading\": \"甲\", \"points\": [{\"point\": \"一\"}]}]}",
            })
    void whatModelsGetWrongIsRepaired(String answer) {
        var content = read(answer).slides().stream()
                .filter(Slide.Content.class::isInstance)
                .map(Slide.Content.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals("甲", content.title());
        assertEquals(List.of(new Bullet(0, "一")), content.bullets());
    }

    @Test
    void aLineOfDashesIsNoPoint() {
        var bullets = "[\"" + "-".repeat(200_000) + "\", \"一\"]";
        var content = (Slide.Content) read("{\"slides\": [{\"title\": \"甲\", \"bullets\": " + bullets + "}]}")
                .slides()
                .get(1);
        assertEquals(List.of(new Bullet(0, "一")), content.bullets());
    }

    @Test
    void aChartWithoutFiguresKeepsItsPoints() {
        var deck = read(
                "{\"slides\": [{\"type\": \"chart\", \"title\": \"图\", \"bullets\": [\"看不出\"], \"chart\": {\"series\": []}}]}");
        assertInstanceOf(Slide.Content.class, deck.slides().get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "抱歉,我不能完成这个请求。",
                "{}",
                "{\"slides\": []}",
                "{\"slides\": \"无\"}",
                "{\"slides\": [1, null, {}]}",
                "{\"slides\": [{\"type\": \"cover\", \"title\": \"只有封面\"}]}",
                "[[[[[[[[",
                "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{",
            })
    void whatIsNoDeckIsNone(String answer) {
        assertTrue(DeckReader.read(answer, "题").isEmpty());
    }

    private static Deck read(String answer) {
        return DeckReader.read(answer, "题").orElseThrow();
    }
}
