package studio.mofang.server.slides;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.presentationml.x2006.main.PresentationDocument;
import studio.mofang.core.deck.Figures;
import studio.mofang.core.deck.Slide;
import studio.mofang.core.deck.Slide.Card;
import studio.mofang.core.deck.Stage.Role;
import studio.mofang.server.slides.Layout.Kind;

/// Puts slides, their notes, charts and pictures into a file, and into the order of the presentation.
final class SlideParts {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.";
    private static final int FIRST_ID = 256;

    private final OPCPackage file;
    private final Template template;
    /// What stands at the foot of each slide.
    private final String foot;
    private final String mark;
    private final PictureParts pictures;
    private int charts;
    private int sections;

    SlideParts(OPCPackage file, Template template, String foot, String mark, Illustrations illustrations) {
        this.file = file;
        this.template = template;
        this.foot = foot;
        this.mark = mark;
        this.pictures = new PictureParts(file, illustrations);
    }

    void add(List<Slide> slides) throws IOException, InvalidFormatException, XmlException {
        var presentation = file.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT)
                .getFirst();
        var document = PresentationDocument.Factory.parse(presentation.getInputStream());
        var list = document.getPresentation().isSetSldIdLst()
                ? document.getPresentation().getSldIdLst()
                : document.getPresentation().addNewSldIdLst();
        for (int i = 0; i < slides.size(); i++) {
            var part = part("/ppt/slides/slide" + (i + 1) + ".xml", "presentationml.slide+xml");
            add(part, slides.get(i), i + 1);
            var entry = list.addNewSldId();
            entry.setId((long) FIRST_ID + i);
            entry.setId2(relation(presentation, part, "slide"));
        }
        try (var out = presentation.getOutputStream()) {
            document.save(out);
        }
    }

    private void add(PackagePart part, Slide slide, int number) throws IOException, InvalidFormatException {
        var layout = template.layout(kind(slide));
        part.addRelationship(
                PackagingURIHelper.createPartName(layout.part()), TargetMode.INTERNAL, RELATIONS + "slideLayout");
        if (!slide.notes().isBlank()) {
            notes(part, slide.notes(), number);
        }
        var xml = new SlideXml(layout, template.stage());
        fill(xml, part, slide);
        fill(part, xml.xml().getBytes(StandardCharsets.UTF_8));
    }

    private void fill(SlideXml xml, PackagePart part, Slide slide) throws IOException, InvalidFormatException {
        switch (slide) {
            case Slide.Cover cover ->
                xml.text(Role.COVER_TITLE, cover.title())
                        .text(Role.COVER_SUBTITLE, cover.subtitle())
                        .text(Role.COVER_LABEL, mark);
            case Slide.Contents contents ->
                xml.text(Role.CONTENTS_TITLE, contents.title()).bullets(Role.CONTENTS, contents.bullets());
            case Slide.Section section ->
                xml.text(Role.SECTION_TITLE, section.title())
                        .text(Role.SECTION_LEAD, section.lead())
                        .ornament(Role.SECTION_NUMBER, "%02d".formatted(++sections));
            case Slide.Content content ->
                titled(xml, slide).bullets(Role.BODY, content.bullets()).footer(foot);
            case Slide.Cards cards -> cards(titled(xml, slide), cards.cards()).footer(foot);
            case Slide.TwoColumns columns ->
                titled(xml, slide)
                        .text(Role.LEFT_HEAD, columns.left().head())
                        .bullets(Role.LEFT, columns.left().lines())
                        .text(Role.RIGHT_HEAD, columns.right().head())
                        .bullets(Role.RIGHT, columns.right().lines())
                        .footer(foot);
            case Slide.Table table ->
                titled(xml, slide)
                        .table(
                                Role.TABLE,
                                new TableXml(table.grid(), template.stage().place(Role.TABLE)))
                        .footer(foot);
            case Slide.Chart chart -> chart(titled(xml, slide), part, chart).footer(foot);
            case Slide.Picture picture ->
                picture(titled(xml, slide), part, picture).footer(foot);
            case Slide.Quote quote ->
                xml.text(Role.QUOTE, quote.text())
                        .text(Role.SOURCE, quote.credit())
                        .footer(foot);
            case Slide.Closing closing ->
                xml.text(Role.CLOSING_TITLE, closing.title())
                        .text(Role.CLOSING_LINES, String.join("\n", closing.lines()))
                        .text(Role.COVER_LABEL, mark);
        }
    }

    private static SlideXml titled(SlideXml xml, Slide slide) {
        return xml.text(Role.TITLE, slide.title());
    }

    private static SlideXml cards(SlideXml xml, List<Card> cards) {
        for (int i = 0; i < cards.size(); i++) {
            xml.card(cards.size(), i, cards.get(i).head(), cards.get(i).lines());
        }
        return xml;
    }

    private SlideXml chart(SlideXml xml, PackagePart slide, Slide.Chart chart)
            throws IOException, InvalidFormatException {
        var role = chart.takeaway().isEmpty() ? Role.CHART_WIDE : Role.CHART;
        var figures = chart.figures();
        var told = figures.kind().label() + "：" + String.join("、", figures.categories());
        return xml.chart(role, relation(slide, chart(figures), "chart"), told).bullets(Role.TAKEAWAY, chart.takeaway());
    }

    private SlideXml picture(SlideXml xml, PackagePart slide, Slide.Picture picture)
            throws IOException, InvalidFormatException {
        var facts = pictures.media(picture.reference()).facts();
        var lies = template.stage().picture().holding(facts.width(), facts.height());
        return xml.picture(relation(slide, pictures.part(picture.reference()), "image"), picture.caption(), lies)
                .caption(picture.caption(), lies);
    }

    private PackagePart chart(Figures figures) throws IOException, InvalidFormatException {
        charts++;
        var book = part("/ppt/embeddings/Microsoft_Excel_Sheet" + charts + ".xlsx", "spreadsheetml.sheet");
        fill(book, ChartBook.of(figures));
        var chart = part("/ppt/charts/chart" + charts + ".xml", "drawingml.chart+xml");
        var xml = new ChartXml(figures).xml(relation(chart, book, "package"));
        fill(chart, xml.getBytes(StandardCharsets.UTF_8));
        return chart;
    }

    private void notes(PackagePart slide, String text, int number) throws IOException, InvalidFormatException {
        var notes = part("/ppt/notesSlides/notesSlide" + number + ".xml", "presentationml.notesSlide+xml");
        fill(notes, NotesPart.xml(text).getBytes(StandardCharsets.UTF_8));
        var master = file.getPartsByContentType(MAIN + "presentationml.notesMaster+xml")
                .getFirst();
        relation(notes, master, "notesMaster");
        relation(notes, slide, "slide");
        relation(slide, notes, "notesSlide");
    }

    private static Kind kind(Slide slide) {
        return switch (slide) {
            case Slide.Cover _ -> Kind.COVER;
            case Slide.Contents _ -> Kind.CONTENTS;
            case Slide.Section _ -> Kind.SECTION;
            case Slide.Content _, Slide.Picture _ -> Kind.CONTENT;
            case Slide.Cards cards -> Kind.valueOf("CARDS" + cards.cards().size());
            case Slide.TwoColumns _ -> Kind.COLUMNS;
            case Slide.Table _ -> Kind.TABLE;
            case Slide.Chart chart -> chart.takeaway().isEmpty() ? Kind.CHART : Kind.CHART_TEXT;
            case Slide.Quote _ -> Kind.QUOTE;
            case Slide.Closing _ -> Kind.CLOSING;
        };
    }

    private PackagePart part(String name, String type) throws InvalidFormatException {
        return file.createPart(PackagingURIHelper.createPartName(name), MAIN + type);
    }

    private static String relation(PackagePart from, PackagePart to, String type) {
        return from.addRelationship(to.getPartName(), TargetMode.INTERNAL, RELATIONS + type)
                .getId();
    }

    private static void fill(PackagePart part, byte[] content) throws IOException {
        try (OutputStream out = part.getOutputStream()) {
            out.write(content);
        }
    }
}
