package studio.mofang.server.slides;

import java.util.List;
import java.util.Optional;
import studio.mofang.core.deck.Box;
import studio.mofang.core.deck.Bullet;
import studio.mofang.core.deck.Place;
import studio.mofang.core.deck.Stage;
import studio.mofang.core.deck.Stage.Role;
import studio.mofang.server.slides.Layout.Holder;

/// The shapes of one slide: text in the layout's placeholders, or in boxes of its own where the layout has
/// none.
final class SlideXml {
    private final Layout layout;
    private final Stage stage;
    private final StringBuilder shapes = new StringBuilder();
    private int last = 1;

    SlideXml(Layout layout, Stage stage) {
        this.layout = layout;
        this.stage = stage;
    }

    String xml() {
        return Xml.HEAD + "<p:sld " + Xml.NAMESPACES + "><p:cSld>" + LayoutPart.tree(shapes.toString())
                + "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";
    }

    SlideXml text(Role role, String text) {
        var place = stage.place(role);
        return text.isBlank()
                ? this
                : text(
                        layout.holder(role),
                        place,
                        Paragraphs.plain(text, place, layout.holder(role).isEmpty()));
    }

    /// A text that only some layouts have a place for.
    SlideXml ornament(Role role, String text) {
        return layout.holder(role).isPresent() ? text(role, text) : this;
    }

    SlideXml bullets(Role role, List<Bullet> bullets) {
        var place = stage.place(role);
        return bullets.isEmpty()
                ? this
                : text(
                        layout.holder(role),
                        place,
                        Paragraphs.bullets(bullets, place, layout.holder(role).isEmpty()));
    }

    SlideXml card(int count, int index, String head, List<Bullet> lines) {
        var top = stage.cardHead(count, index);
        var below = stage.cardBody(count, index);
        text(Optional.of(layout.heads().get(index)), top, Paragraphs.plain(head, top, false));
        return text(Optional.of(layout.bodies().get(index)), below, Paragraphs.bullets(lines, below, false));
    }

    SlideXml table(Role role, TableXml table) {
        var box = stage.box(role);
        var lies = new Box(box.x(), box.y(), box.width(), table.height());
        return frame(
                role,
                "表格",
                lies,
                "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">" + table.xml()
                        + "</a:graphicData>");
    }

    /// `chart` is the slide's relation to the chart part; `told` says in words what it shows.
    SlideXml chart(Role role, String chart, String told) {
        return frame(
                role,
                told,
                stage.box(role),
                "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
                        + "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"" + chart
                        + "\"/></a:graphicData>");
    }

    /// `picture` is the slide's relation to the picture; `told` says in words what it shows.
    SlideXml picture(String picture, String told, Box lies) {
        last++;
        shapes.append("<p:pic><p:nvPicPr><p:cNvPr id=\"" + last + "\" name=\"图片 " + last + "\" descr=\""
                + Xml.text(told)
                + "\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>"
                + "<p:blipFill><a:blip r:embed=\"" + picture + "\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>"
                + "<p:spPr>" + Art.transform("a", lies)
                + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>");
        return this;
    }

    /// Right under a picture, in a box of the slide's own: no layout has a place for it.
    SlideXml caption(String text, Box picture) {
        var place = stage.caption();
        var box = place.box();
        double space = box.y() - stage.picture().bottom();
        var under = new Box(box.x(), picture.bottom() + space, box.width(), box.height());
        return text.isBlank() ? this : box(under, Paragraphs.caption(text, place));
    }

    /// The deck's title and the slide's number below, where the layout has them.
    SlideXml footer(String title) {
        layout.holder(Role.FOOTER)
                .ifPresent(holder -> shape(holder, Paragraphs.footer(title, stage.place(Role.FOOTER))));
        layout.holder(Role.NUMBER).ifPresent(holder -> shape(holder, Paragraphs.number(stage.place(Role.NUMBER))));
        return this;
    }

    private SlideXml text(Optional<Holder> holder, Place place, String paragraphs) {
        return holder.isPresent() ? shape(holder.get(), paragraphs) : box(place.box(), paragraphs);
    }

    private SlideXml shape(Holder holder, String paragraphs) {
        return add(
                "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>" + holder.xml() + "</p:nvPr>",
                "<p:spPr/>",
                "<a:bodyPr><a:normAutofit/></a:bodyPr>",
                paragraphs);
    }

    private SlideXml box(Box box, String paragraphs) {
        return add(
                "<p:cNvSpPr txBox=\"1\"/><p:nvPr/>",
                "<p:spPr>" + Art.transform("a", box)
                        + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>",
                "<a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:normAutofit/></a:bodyPr>",
                paragraphs);
    }

    private SlideXml add(String kind, String properties, String body, String paragraphs) {
        last++;
        shapes.append("<p:sp><p:nvSpPr><p:cNvPr id=\"" + last + "\" name=\"文本 " + last + "\"/>" + kind + "</p:nvSpPr>"
                + properties + "<p:txBody>" + body + "<a:lstStyle/>" + paragraphs + "</p:txBody></p:sp>");
        return this;
    }

    private SlideXml frame(Role role, String told, Box box, String graphic) {
        last++;
        var holder = layout.holder(role).map(Holder::xml).orElse("");
        shapes.append(
                "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"" + last + "\" name=\"内容 " + last + "\" descr=\""
                        + Xml.text(told)
                        + "\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr>"
                        + holder + "</p:nvPr></p:nvGraphicFramePr>" + Art.transform("p", box) + "<a:graphic>" + graphic
                        + "</a:graphic></p:graphicFrame>");
        return this;
    }
}
