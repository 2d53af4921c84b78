package studio.mofang.server.slides;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.mofang.core.deck.Box;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.core.deck.Stage;
import studio.mofang.core.deck.Stage.Role;
import studio.mofang.server.slides.Layout.Holder;
import studio.mofang.server.slides.Layout.Kind;

/// Draws the layouts of a built-in theme.
final class Layouts {
    private static final int LABEL = 13;
    private static final int FIRST_HEAD = 21;
    private static final int FIRST_BODY = 31;

    private final Stage stage;
    private final Decoration decoration;

    Layouts(Stage stage, DeckTheme theme) {
        this.stage = stage;
        this.decoration = new Decoration(theme.look(), stage, theme.colours().inverted());
    }

    /// A layout as it will be in its part.
    record Drawn(Kind kind, String xml, Map<Role, Holder> holders, List<Holder> heads, List<Holder> bodies) {
        Layout at(String part) {
            return new Layout(part, holders, heads, bodies);
        }
    }

    List<Drawn> all() {
        return List.of(
                cover(),
                contents(),
                section(),
                content(),
                columns(),
                cards(Kind.CARDS2, 2),
                cards(Kind.CARDS3, 3),
                cards(Kind.CARDS4, 4),
                table(),
                chart(),
                chartText(),
                quote(),
                closing());
    }

    private Drawn cover() {
        var text = decoration.coverText();
        var holders = new Holders()
                .title("ctrTitle", 0, stage.place(Role.COVER_TITLE), text, "b")
                .subtitle(1, stage.place(Role.COVER_SUBTITLE), text)
                .plain(LABEL, stage.place(Role.COVER_LABEL), text, "ctr", false);
        var map = Map.of(
                Role.COVER_TITLE, new Holder("ctrTitle", 0),
                Role.COVER_SUBTITLE, new Holder("subTitle", 1),
                Role.COVER_LABEL, new Holder("body", LABEL));
        return drawn(Kind.COVER, "封面", "title", decoration.coverGround(), decoration.cover(), holders, map);
    }

    private Drawn contents() {
        var holders = new Holders()
                .title("title", 0, stage.place(Role.CONTENTS_TITLE), decoration.sectionText(), "ctr")
                .numbered(1, stage.place(Role.CONTENTS), "tx1");
        var map = Map.of(Role.CONTENTS_TITLE, new Holder("title", 0), Role.CONTENTS, new Holder("body", 1));
        return drawn(Kind.CONTENTS, "目录", "", "", decoration.contents(), holders, map);
    }

    private Drawn section() {
        var text = decoration.sectionText();
        var holders = new Holders()
                .title("title", 0, stage.place(Role.SECTION_TITLE), text, "ctr")
                .plain(1, stage.place(Role.SECTION_LEAD), text, "t", false)
                .plain(LABEL, stage.place(Role.SECTION_NUMBER), decoration.sectionNumber(), "b", true);
        var map = Map.of(
                Role.SECTION_TITLE, new Holder("title", 0),
                Role.SECTION_LEAD, new Holder("body", 1),
                Role.SECTION_NUMBER, new Holder("body", LABEL));
        return drawn(Kind.SECTION, "章节", "secHead", decoration.sectionGround(), decoration.section(), holders, map);
    }

    private Drawn content() {
        var holders = titled().body("", 1, stage.place(Role.BODY), "tx1", "t");
        return drawn(
                Kind.CONTENT,
                "标题和内容",
                "obj",
                "",
                decoration.title(),
                footed(holders),
                footed(with(Role.BODY, new Holder("", 1))));
    }

    private Drawn columns() {
        var art = decoration.title();
        decoration.card(art, around(Role.LEFT_HEAD, Role.LEFT), "accent1");
        decoration.card(art, around(Role.RIGHT_HEAD, Role.RIGHT), "accent2");
        var holders = titled().plain(1, stage.place(Role.LEFT_HEAD), "tx2", "ctr", true)
                .body("", 2, stage.place(Role.LEFT), "tx1", "t")
                .plain(3, stage.place(Role.RIGHT_HEAD), "tx2", "ctr", true)
                .body("", 4, stage.place(Role.RIGHT), "tx1", "t");
        var map = with(Role.LEFT_HEAD, new Holder("body", 1));
        map.put(Role.LEFT, new Holder("", 2));
        map.put(Role.RIGHT_HEAD, new Holder("body", 3));
        map.put(Role.RIGHT, new Holder("", 4));
        return drawn(Kind.COLUMNS, "两栏", "twoTxTwoObj", "", art, footed(holders), footed(map));
    }

    private Drawn cards(Kind kind, int count) {
        var holders = titled();
        var heads = new ArrayList<Holder>();
        var bodies = new ArrayList<Holder>();
        for (int i = 0; i < count; i++) {
            holders.plain(FIRST_HEAD + i, stage.cardHead(count, i), "tx2", "b", true);
            holders.unmarked(FIRST_BODY + i, stage.cardBody(count, i), "tx1");
            heads.add(new Holder("body", FIRST_HEAD + i));
            bodies.add(new Holder("body", FIRST_BODY + i));
        }
        var art = decoration.numbered(decoration.title(), count);
        var xml = LayoutPart.xml(
                count + " 张卡片", "", "", art.xml() + footed(holders).xml());
        return new Drawn(kind, xml, footed(Map.of(Role.TITLE, new Holder("title", 0))), heads, bodies);
    }

    private Drawn table() {
        var holders = titled().frame("tbl", 1, stage.box(Role.TABLE));
        return drawn(
                Kind.TABLE,
                "表格",
                "tbl",
                "",
                decoration.title(),
                footed(holders),
                footed(with(Role.TABLE, new Holder("tbl", 1))));
    }

    private Drawn chart() {
        var holders = titled().frame("chart", 1, stage.box(Role.CHART_WIDE));
        var map = with(Role.CHART_WIDE, new Holder("chart", 1));
        return drawn(Kind.CHART, "图表", "chart", "", decoration.title(), footed(holders), footed(map));
    }

    private Drawn chartText() {
        var text = stage.place(Role.TAKEAWAY);
        var art = decoration.card(decoration.title(), around(Role.TAKEAWAY, Role.TAKEAWAY), "accent1");
        var holders = titled().frame("chart", 1, stage.box(Role.CHART)).body("body", 2, text, "tx1", "ctr");
        var map = with(Role.CHART, new Holder("chart", 1));
        map.put(Role.TAKEAWAY, new Holder("body", 2));
        return drawn(Kind.CHART_TEXT, "图表和文字", "chartAndTx", "", art, footed(holders), footed(map));
    }

    private Drawn quote() {
        var holders = new Holders()
                .title("title", 0, stage.place(Role.QUOTE), "tx2", "b")
                .plain(1, stage.place(Role.SOURCE), "accent1", "t", false);
        var map = Map.of(Role.QUOTE, new Holder("title", 0), Role.SOURCE, new Holder("body", 1));
        return drawn(Kind.QUOTE, "引言", "", decoration.quoteGround(), decoration.quote(), footed(holders), footed(map));
    }

    private Drawn closing() {
        var text = decoration.sectionText();
        var holders = new Holders()
                .title("ctrTitle", 0, stage.place(Role.CLOSING_TITLE), text, "b")
                .plain(1, stage.place(Role.CLOSING_LINES), text, "t", false)
                .plain(LABEL, stage.place(Role.COVER_LABEL), text, "ctr", false);
        var map = Map.of(
                Role.CLOSING_TITLE, new Holder("ctrTitle", 0),
                Role.CLOSING_LINES, new Holder("body", 1),
                Role.COVER_LABEL, new Holder("body", LABEL));
        return drawn(Kind.CLOSING, "结束页", "", decoration.sectionGround(), decoration.closing(), holders, map);
    }

    private Holders titled() {
        return new Holders().title("title", 0, stage.place(Role.TITLE), "tx2", "ctr");
    }

    private Holders footed(Holders holders) {
        return holders.footer(stage.box(Role.FOOTER), stage.box(Role.NUMBER), "tx1");
    }

    private Box around(Role upper, Role lower) {
        return Layouts.around(stage.box(upper), stage.box(lower));
    }

    private static Box around(Box upper, Box lower) {
        return new Box(upper.x() - 24, upper.y() - 20, upper.width() + 48, lower.bottom() - upper.y() + 40);
    }

    private static Map<Role, Holder> with(Role role, Holder holder) {
        var map = new EnumMap<Role, Holder>(Role.class);
        map.put(Role.TITLE, new Holder("title", 0));
        map.put(role, holder);
        return map;
    }

    private static Map<Role, Holder> footed(Map<Role, Holder> holders) {
        var all = new EnumMap<Role, Holder>(holders);
        all.put(Role.FOOTER, new Holder("ftr", 11));
        all.put(Role.NUMBER, new Holder("sldNum", 12));
        return all;
    }

    private static Drawn drawn(
            Kind kind, String name, String type, String ground, Art art, Holders holders, Map<Role, Holder> map) {
        var xml = LayoutPart.xml(name, type, ground, art.xml() + holders.xml());
        return new Drawn(kind, xml, map, List.of(), List.of());
    }
}
