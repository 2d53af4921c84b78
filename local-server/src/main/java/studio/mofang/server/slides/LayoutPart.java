package studio.mofang.server.slides;

/// A layout part around its ground, decoration and placeholders.
final class LayoutPart {
    private LayoutPart() {}

    static String xml(String name, String type, String ground, String shapes) {
        var background = ground.isEmpty() ? "" : "<p:bg><p:bgPr>" + ground + "<a:effectLst/></p:bgPr></p:bg>";
        return Xml.HEAD + "<p:sldLayout " + Xml.NAMESPACES + (type.isEmpty() ? "" : " type=\"" + type + "\"")
                + " preserve=\"1\" userDrawn=\"1\"><p:cSld name=\"" + Xml.text(name) + "\">" + background + tree(shapes)
                + "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";
    }

    /// The shapes of a slide, a layout or a master.
    static String tree(String shapes) {
        return "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
                + "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/>"
                + "</a:xfrm></p:grpSpPr>" + shapes + "</p:spTree>";
    }
}
