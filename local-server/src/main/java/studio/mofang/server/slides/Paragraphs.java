package studio.mofang.server.slides;

import java.util.List;
import studio.mofang.core.deck.Bullet;
import studio.mofang.core.deck.LeastRoom;
import studio.mofang.core.deck.Place;
import studio.mofang.core.deck.Typesetting;

/// Text as paragraphs of a slide. Letters keep the layout's size wherever they fit at it, so that they go
/// on following the template.
final class Paragraphs {
    private static final String SINGLE = "<a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc>";
    private static final String MARK = "<a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>";

    private Paragraphs() {}

    /// Each line a paragraph. `own` is set where there is no layout to take a style from.
    static String plain(String text, Place place, boolean own) {
        int size = Typesetting.fitting(text, place).orElse(place.smallest());
        var before = own ? "<a:p><a:pPr marL=\"0\" indent=\"0\">" + SINGLE : "<a:p><a:pPr>";
        var after = own ? "<a:buNone/></a:pPr>" : "</a:pPr>";
        var xml = new StringBuilder();
        text.lines()
                .forEach(line -> xml.append(before)
                        .append(spaces(0))
                        .append(after)
                        .append(run(line, size == place.largest() && !own ? 0 : size))
                        .append("</a:p>"));
        return xml.toString();
    }

    /// In the middle, without a layout to take a style from.
    static String caption(String text, Place place) {
        int size = Typesetting.fitting(text, place).orElse(place.smallest());
        return "<a:p><a:pPr marL=\"0\" indent=\"0\" algn=\"ctr\">" + SINGLE + spaces(0) + "<a:buNone/></a:pPr>"
                + run(text, size) + "</a:p>";
    }

    /// One line.
    static String footer(String text, Place place) {
        return "<a:p><a:pPr algn=\"l\">" + spaces(0) + "</a:pPr>" + run(text, inherited(text, place)) + "</a:p>";
    }

    /// The slide's number.
    static String number(Place place) {
        return "<a:p><a:pPr>" + spaces(0) + "</a:pPr>" + Holders.number(inherited(LeastRoom.NUMBER, place)) + "</a:p>";
    }

    /// 0 where the layout's size fits.
    private static int inherited(String text, Place place) {
        int size = Typesetting.fitting(text, place).orElse(place.smallest());
        return size == place.largest() ? 0 : size;
    }

    static String bullets(List<Bullet> bullets, Place place, boolean own) {
        int size = Typesetting.fitting(bullets, place).orElse(place.smallest());
        boolean sized = own || size != place.largest();
        double slack = Typesetting.slack(bullets, size, place.box());
        var xml = new StringBuilder();
        for (var bullet : bullets) {
            double before = Typesetting.before(size, bullet.level()) + (bullet.level() == 0 ? slack : 0);
            xml.append("<a:p><a:pPr lvl=\"")
                    .append(bullet.level())
                    .append(own ? "\"" + setIn(bullet.level()) + ">" + SINGLE : "\">")
                    .append(spaces(before))
                    .append(own ? MARK : "")
                    .append("</a:pPr>")
                    .append(run(bullet.text(), sized ? Typesetting.size(size, bullet.level()) : 0))
                    .append("</a:p>");
        }
        return xml.toString();
    }

    private static String setIn(int level) {
        return " marL=\"" + Xml.emu(Typesetting.INDENT * (level + 1)) + "\" indent=\"-" + Xml.emu(Typesetting.INDENT)
                + "\"";
    }

    /// Those that were measured, whatever the template has.
    private static String spaces(double before) {
        return "<a:spcBef><a:spcPts val=\"" + Math.round(before * 100)
                + "\"/></a:spcBef><a:spcAft><a:spcPts val=\"0\"/></a:spcAft>";
    }

    /// `size` 0 is the layout's.
    static String run(String text, int size) {
        return "<a:r><a:rPr lang=\"zh-CN\" altLang=\"en-US\"" + (size == 0 ? "" : " sz=\"" + size + "00\"")
                + " dirty=\"0\"/><a:t>" + Xml.text(text) + "</a:t></a:r>";
    }
}
