package studio.mofang.server.slides;

import studio.mofang.core.deck.Bullet;
import studio.mofang.core.deck.Stage;
import studio.mofang.core.deck.Stage.Role;
import studio.mofang.core.deck.Typesetting;

/// The slide master: ground, styles of titles and text, and the placeholders that the layouts refine.
final class MasterPart {
    private static final int LEVELS = 9;

    private MasterPart() {}

    static String xml(Stage stage, boolean inverted, int layouts) {
        return Xml.HEAD + "<p:sldMaster " + Xml.NAMESPACES + "><p:cSld><p:bg><p:bgPr>" + Art.fill("bg1")
                + "<a:effectLst/></p:bgPr></p:bg>" + LayoutPart.tree(placeholders(stage)) + "</p:cSld>"
                + colours(inverted) + layouts(layouts) + "<p:hf hdr=\"0\" dt=\"0\"/>" + styles(stage)
                + "</p:sldMaster>";
    }

    static String colours(boolean inverted) {
        var ground = inverted
                ? "bg1=\"dk1\" tx1=\"lt1\" bg2=\"dk2\" tx2=\"lt2\""
                : "bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\"";
        return "<p:clrMap " + ground
                + " accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\""
                + " accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";
    }

    private static String placeholders(Stage stage) {
        return new Holders()
                .title("title", 0, stage.place(Role.TITLE), "tx2", "ctr")
                .body("body", 1, stage.place(Role.BODY), "tx1", "t")
                .footer(stage.box(Role.FOOTER), stage.box(Role.NUMBER), "tx1")
                .xml();
    }

    /// Numbers of layouts begin behind the master's own, as the format demands.
    private static String layouts(int count) {
        var list = new StringBuilder("<p:sldLayoutIdLst>");
        for (int i = 1; i <= count; i++) {
            list.append("<p:sldLayoutId id=\"")
                    .append(2147483648L + i)
                    .append("\" r:id=\"rId")
                    .append(i)
                    .append("\"/>");
        }
        return list.append("</p:sldLayoutIdLst>").toString();
    }

    private static String styles(Stage stage) {
        var levels = new StringBuilder();
        for (int level = 0; level < LEVELS; level++) {
            levels.append(level(stage.place(Role.BODY).largest(), level));
        }
        return "<p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:spcBef><a:spcPct val=\"0\"/></a:spcBef><a:buNone/>"
                + "<a:defRPr sz=\"" + stage.place(Role.TITLE).largest() + "00\" b=\"1\">" + Art.fill("tx2")
                + fonts("mj") + "</a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>" + levels
                + "</p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz=\"1800\">" + Art.fill("tx1") + fonts("mn")
                + "</a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles>";
    }

    private static String level(int size, int level) {
        int known = Math.min(level, Bullet.DEEPEST);
        long margin = Xml.emu(Typesetting.INDENT * (level + 1));
        var mark = level == 0 ? "■" : "–";
        var scale = level == 0 ? "<a:buSzPct val=\"60000\"/>" : "";
        return "<a:lvl" + (level + 1) + "pPr marL=\"" + margin + "\" indent=\"-" + Xml.emu(Typesetting.INDENT)
                + "\" algn=\"l\"><a:spcBef><a:spcPts val=\"" + Math.round(Typesetting.before(size, known) * 100)
                + "\"/></a:spcBef><a:buClr><a:schemeClr val=\"accent1\"/></a:buClr>" + scale
                + "<a:buFont typeface=\"Arial\"/><a:buChar char=\"" + mark + "\"/><a:defRPr sz=\""
                + Typesetting.size(size, known) + "00\">" + Art.fill("tx1") + fonts("mn") + "</a:defRPr></a:lvl"
                + (level + 1) + "pPr>";
    }

    static String fonts(String of) {
        return "<a:latin typeface=\"+" + of + "-lt\"/><a:ea typeface=\"+" + of + "-ea\"/><a:cs typeface=\"+" + of
                + "-cs\"/>";
    }
}
