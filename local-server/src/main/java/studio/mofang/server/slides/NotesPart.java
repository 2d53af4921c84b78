package studio.mofang.server.slides;

/// The speaker's notes of a slide, and the master that every file with notes has.
final class NotesPart {
    private NotesPart() {}

    static String xml(String notes) {
        var text = new StringBuilder();
        notes.lines()
                .forEach(line ->
                        text.append("<a:p>").append(Paragraphs.run(line, 0)).append("</a:p>"));
        return Xml.HEAD + "<p:notes " + Xml.NAMESPACES + "><p:cSld>"
                + LayoutPart.tree("<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"幻灯片图像 1\"/><p:cNvSpPr>"
                        + "<a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/>"
                        + "</p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"备注 2\"/><p:cNvSpPr>"
                        + "<a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/>"
                        + "<p:txBody><a:bodyPr/><a:lstStyle/>" + text + "</p:txBody></p:sp>")
                + "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>";
    }

    static String master() {
        return Xml.HEAD + "<p:notesMaster " + Xml.NAMESPACES
                + "><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/>"
                + "</p:bgRef></p:bg>"
                + LayoutPart.tree(
                        shape(
                                        2,
                                        "sldImg",
                                        2,
                                        "685800",
                                        "1143000",
                                        "5486400",
                                        "3086100",
                                        "<a:ln w=\"12700\"><a:solidFill><a:prstClr val=\"black\"/></a:solidFill></a:ln>",
                                        "")
                                + shape(
                                        3,
                                        "body",
                                        1,
                                        "685800",
                                        "4400550",
                                        "5486400",
                                        "3600450",
                                        "",
                                        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"zh-CN\"/><a:t>单击编辑备注</a:t></a:r></a:p></p:txBody>"))
                + "</p:cSld>" + MasterPart.colours(false)
                + "<p:notesStyle><a:lvl1pPr marL=\"0\" algn=\"l\"><a:defRPr sz=\"1200\">" + Art.fill("tx1")
                + MasterPart.fonts("mn") + "</a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>";
    }

    private static String shape(
            int id, String type, int index, String x, String y, String cx, String cy, String line, String body) {
        return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + id + "\" name=\"占位符 " + id
                + "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
                + "<p:nvPr><p:ph type=\"" + type + "\" idx=\"" + index
                + "\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"" + x
                + "\" y=\"" + y + "\"/><a:ext cx=\"" + cx + "\" cy=\"" + cy
                + "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>" + line + "</p:spPr>" + body
                + "</p:sp>";
    }
}
