package studio.mofang.server.slides;

import studio.mofang.core.deck.Box;

/// Shapes that decorate a layout. Colours are names of the theme, so that they change with it; `accent1 75`
/// is darker, `accent1 @40` lets 40 per cent of it be seen.
final class Art {
    private final StringBuilder shapes = new StringBuilder();
    private int last = 100;

    String xml() {
        return shapes.toString();
    }

    Art rectangle(Box box, String fill) {
        return shape("rect", box, Art.fill(fill), "<a:ln><a:noFill/></a:ln>");
    }

    Art ellipse(Box box, String fill) {
        return shape("ellipse", box, Art.fill(fill), "<a:ln><a:noFill/></a:ln>");
    }

    Art ring(Box box, String colour, double width) {
        return shape("ellipse", box, "<a:noFill/>", line(colour, width));
    }

    Art frame(Box box, String colour, double width) {
        return shape("rect", box, "<a:noFill/>", line(colour, width));
    }

    /// A card: a ground with slightly round corners.
    Art card(Box box, String fill) {
        var corner = "<a:avLst><a:gd name=\"adj\" fmla=\"val 3000\"/></a:avLst>";
        var geometry = "<a:prstGeom prst=\"roundRect\">" + corner + "</a:prstGeom>";
        return add(geometry, box, Art.fill(fill), "<a:ln><a:noFill/></a:ln>", "");
    }

    /// Letters that belong to the decoration.
    Art letters(Box box, String words, int size, String colour, String align) {
        var body = "<p:txBody><a:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"/><a:p>"
                + "<a:pPr algn=\"" + align + "\"/><a:r><a:rPr lang=\"zh-CN\" sz=\"" + size * 100 + "\" b=\"1\">"
                + fill(colour) + "<a:latin typeface=\"+mj-lt\"/><a:ea typeface=\"+mj-ea\"/></a:rPr><a:t>"
                + Xml.text(words) + "</a:t></a:r></a:p></p:txBody>";
        return add(preset("rect"), box, "<a:noFill/>", "<a:ln><a:noFill/></a:ln>", body);
    }

    /// A ridge of hills along the bottom of its box; `heights` run from left to right, 0 to 1.
    Art ridge(Box box, String fill, double... heights) {
        var path = new StringBuilder("<a:moveTo><a:pt x=\"0\" y=\"1000\"/></a:moveTo>");
        path.append(point("lnTo", 0, heights[0]));
        for (int i = 1; i < heights.length; i++) {
            double middle = (i - 0.5) / (heights.length - 1);
            double end = (double) i / (heights.length - 1);
            path.append("<a:cubicBezTo>")
                    .append(point(middle, heights[i - 1]))
                    .append(point(middle, heights[i]))
                    .append(point(end, heights[i]))
                    .append("</a:cubicBezTo>");
        }
        path.append("<a:lnTo><a:pt x=\"1000\" y=\"1000\"/></a:lnTo><a:close/>");
        var geometry = "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>"
                + "<a:pathLst><a:path w=\"1000\" h=\"1000\">" + path + "</a:path></a:pathLst></a:custGeom>";
        return add(geometry, box, Art.fill(fill), "<a:ln><a:noFill/></a:ln>", "");
    }

    /// A colour of the theme as a fill.
    static String fill(String colour) {
        return "<a:solidFill>" + colour(colour) + "</a:solidFill>";
    }

    static String gradient(String from, String to) {
        return "<a:gradFill rotWithShape=\"1\"><a:gsLst><a:gs pos=\"0\">" + colour(from)
                + "</a:gs><a:gs pos=\"100000\">" + colour(to)
                + "</a:gs></a:gsLst><a:lin ang=\"2700000\" scaled=\"0\"/></a:gradFill>";
    }

    private static String colour(String words) {
        var parts = words.split(" ");
        var changes = new StringBuilder();
        for (int i = 1; i < parts.length; i++) {
            changes.append(
                    parts[i].startsWith("@")
                            ? "<a:alpha val=\"" + parts[i].substring(1) + "000\"/>"
                            : "<a:lumMod val=\"" + parts[i] + "000\"/>");
        }
        return "<a:schemeClr val=\"" + parts[0] + "\">" + changes + "</a:schemeClr>";
    }

    private static String line(String colour, double width) {
        return "<a:ln w=\"" + Xml.emu(width) + "\">" + fill(colour) + "</a:ln>";
    }

    private static String point(String step, double x, double height) {
        return "<a:" + step + ">" + point(x, height) + "</a:" + step + ">";
    }

    private static String point(double x, double height) {
        return "<a:pt x=\"" + Math.round(x * 1000) + "\" y=\"" + Math.round((1 - height) * 1000) + "\"/>";
    }

    private Art shape(String preset, Box box, String fill, String line) {
        return add(preset(preset), box, fill, line, "");
    }

    private static String preset(String name) {
        return "<a:prstGeom prst=\"" + name + "\"><a:avLst/></a:prstGeom>";
    }

    private Art add(String geometry, Box box, String fill, String line, String body) {
        last++;
        shapes.append("<p:sp><p:nvSpPr><p:cNvPr id=\"")
                .append(last)
                .append("\" name=\"装饰 ")
                .append(last)
                .append("\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>")
                .append(transform("a", box))
                .append(geometry)
                .append(fill)
                .append(line)
                .append("</p:spPr>")
                .append(
                        body.isEmpty()
                                ? "<p:txBody><a:bodyPr/><a:p><a:endParaRPr lang=\"zh-CN\"/></a:p></p:txBody>"
                                : body)
                .append("</p:sp>");
        return this;
    }

    /// Where a shape (`a`) or a frame (`p`) lies.
    static String transform(String prefix, Box box) {
        return "<" + prefix + ":xfrm><a:off x=\"" + Xml.emu(box.x()) + "\" y=\"" + Xml.emu(box.y()) + "\"/><a:ext cx=\""
                + Xml.emu(box.width()) + "\" cy=\"" + Xml.emu(box.height()) + "\"/></" + prefix + ":xfrm>";
    }
}
