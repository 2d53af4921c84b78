package studio.mofang.server.slides;

import studio.mofang.core.deck.Box;
import studio.mofang.core.deck.Bullet;
import studio.mofang.core.deck.Place;
import studio.mofang.core.deck.Typesetting;
import studio.mofang.server.slides.Layout.Holder;

/// Writes the placeholders of a layout or a master: where they are, how their text looks, and what they
/// prompt for.
final class Holders {
    private final StringBuilder shapes = new StringBuilder();
    private int last = 1;

    String xml() {
        return shapes.toString();
    }

    Holders title(String type, int index, Place place, String colour, String anchor) {
        return add(type, index, place.box(), anchor, one(place, "mj", true, colour), "单击编辑标题");
    }

    /// Text in levels, with marks.
    Holders body(String type, int index, Place place, String colour, String anchor) {
        return add(type, index, place.box(), anchor, levels(place, colour, ""), "单击编辑文本");
    }

    /// Text in levels, the outermost without marks.
    Holders unmarked(int index, Place place, String colour) {
        return add("body", index, place.box(), "t", levels(place, colour, "<a:buNone/>"), "单击编辑文本");
    }

    /// Points that count themselves.
    Holders numbered(int index, Place place, String colour) {
        var number = "<a:buSzPct val=\"100000\"/><a:buFont typeface=\"+mj-lt\"/><a:buAutoNum type=\"arabicPlain\"/>";
        return add("body", index, place.box(), "ctr", levels(place, colour, number), "单击编辑文本");
    }

    private static String levels(Place place, String colour, String mark) {
        var levels = new StringBuilder();
        for (int level = 0; level <= Bullet.DEEPEST; level++) {
            var own = level == 0 ? mark : "";
            var margin = level == 0 && mark.startsWith("<a:buNone") ? " marL=\"0\" indent=\"0\"" : "";
            margin = level == 0 && mark.contains("AutoNum") ? " marL=\"508000\" indent=\"-508000\"" : margin;
            levels.append("<a:lvl" + (level + 1) + "pPr" + margin + "><a:spcBef><a:spcPts val=\""
                    + Math.round(Typesetting.before(place.largest(), level) * 100) + "\"/></a:spcBef>" + own
                    + "<a:defRPr sz=\""
                    + Typesetting.size(place.largest(), level) + "00\">" + Art.fill(colour) + "</a:defRPr></a:lvl"
                    + (level + 1) + "pPr>");
        }
        return levels.toString();
    }

    /// Text without marks.
    Holders plain(int index, Place place, String colour, String anchor, boolean head) {
        return add("body", index, place.box(), anchor, one(place, head ? "mj" : "mn", head, colour), "单击编辑文本");
    }

    Holders subtitle(int index, Place place, String colour) {
        return add("subTitle", index, place.box(), "t", one(place, "mn", false, colour), "单击编辑副标题");
    }

    /// Where a table or a chart goes.
    Holders frame(String type, int index, Box box) {
        return add(type, index, box, "t", "<a:lvl1pPr marL=\"0\" indent=\"0\"><a:buNone/></a:lvl1pPr>", "单击图标添加内容");
    }

    Holders footer(Box footer, Box number, String colour) {
        small("ftr", 11, footer, colour, "l", "<a:endParaRPr lang=\"zh-CN\"/>");
        return small("sldNum", 12, number, colour, "r", number());
    }

    /// The field that shows the slide's number.
    static String number() {
        return number(0);
    }

    /// `size` 0 is the layout's.
    static String number(int size) {
        var letters = "lang=\"zh-CN\"" + (size == 0 ? "" : " sz=\"" + size + "00\"");
        return "<a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr " + letters
                + "/><a:t>‹#›</a:t></a:fld><a:endParaRPr " + letters + "/>";
    }

    private Holders small(String type, int index, Box box, String colour, String align, String content) {
        var style = "<a:lvl1pPr algn=\"" + align + "\"><a:defRPr sz=\"1000\"><a:solidFill><a:schemeClr val=\"" + colour
                + "\"><a:alpha val=\"60000\"/></a:schemeClr></a:solidFill>" + MasterPart.fonts("mn")
                + "</a:defRPr></a:lvl1pPr>";
        return shape(type, index, box, "ctr", style, content, " sz=\"quarter\"");
    }

    private static String one(Place place, String fonts, boolean bold, String colour) {
        return "<a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"l\"><a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/><a:defRPr sz=\""
                + place.largest() + "00\" b=\"" + (bold ? 1 : 0) + "\">" + Art.fill(colour) + MasterPart.fonts(fonts)
                + "</a:defRPr></a:lvl1pPr>";
    }

    private Holders add(String type, int index, Box box, String anchor, String style, String prompt) {
        var content = "<a:r><a:rPr lang=\"zh-CN\"/><a:t>" + prompt + "</a:t></a:r>";
        return shape(type, index, box, anchor, style, content, "");
    }

    private Holders shape(String type, int index, Box box, String anchor, String style, String content, String size) {
        last++;
        var holder = new Holder(type, index).xml().replace("/>", size + "/>");
        shapes.append("<p:sp><p:nvSpPr><p:cNvPr id=\"" + last + "\" name=\"占位符 " + last
                + "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>" + holder
                + "</p:nvPr></p:nvSpPr><p:spPr>"
                + Art.transform("a", box) + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>"
                + "<a:bodyPr vert=\"horz\" wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\""
                + anchor
                + "\"><a:normAutofit/></a:bodyPr><a:lstStyle>" + style + "</a:lstStyle><a:p>" + content
                + "</a:p></p:txBody></p:sp>");
        return this;
    }
}
