package studio.mofang.server.slides;

import java.util.List;
import studio.mofang.core.deck.Bullet;
import studio.mofang.core.deck.Place;
import studio.mofang.core.deck.Typesetting;

/// Text as paragraphs of a slide. Letters keep the layout's size wherever they fit at it, so that they go
/// on following the template.
final class Paragraphs {
    private Paragraphs() {}

    /// Each line a paragraph. `own` is set where there is no layout to take a size from.
    static String plain(String text, Place place, boolean own) {
        int size = Typesetting.fitting(text, place).orElse(place.smallest());
        var xml = new StringBuilder();
        text.lines()
                .forEach(line -> xml.append("<a:p>")
                        .append(run(line, size == place.largest() && !own ? 0 : size))
                        .append("</a:p>"));
        return xml.toString();
    }

    static String bullets(List<Bullet> bullets, Place place, boolean sized) {
        int size = Typesetting.fitting(bullets, place).orElse(place.smallest());
        boolean own = sized || size != place.largest();
        double slack = Typesetting.slack(bullets, size, place.box());
        var xml = new StringBuilder();
        for (var bullet : bullets) {
            xml.append("<a:p><a:pPr lvl=\"").append(bullet.level()).append("\">");
            double before = Typesetting.before(size, bullet.level()) + (bullet.level() == 0 ? slack : 0);
            xml.append("<a:spcBef><a:spcPts val=\"")
                    .append(Math.round(before * 100))
                    .append("\"/></a:spcBef>");
            xml.append("</a:pPr>")
                    .append(run(bullet.text(), own ? Typesetting.size(size, bullet.level()) : 0))
                    .append("</a:p>");
        }
        return xml.toString();
    }

    /// `size` 0 is the layout's.
    static String run(String text, int size) {
        return "<a:r><a:rPr lang=\"zh-CN\" altLang=\"en-US\"" + (size == 0 ? "" : " sz=\"" + size + "00\"")
                + " dirty=\"0\"/><a:t>" + Xml.text(text) + "</a:t></a:r>";
    }
}
