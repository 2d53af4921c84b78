package studio.mofang.server.slides;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.core.deck.Stage;
import studio.mofang.server.slides.Layout.Kind;

/// The template of a built-in theme, made from its colours, fonts and look.
final class BuiltInTemplate {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.presentationml.";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();

    private BuiltInTemplate() {}

    static Template of(DeckTheme theme) {
        var stage = Stage.WIDE;
        var file = new BuiltInTemplate();
        var layouts = new EnumMap<Kind, Layout>(Kind.class);
        var drawn = new Layouts(stage, theme).all();
        for (var one : drawn) {
            int number = layouts.size() + 1;
            var part = "/ppt/slideLayouts/slideLayout" + number + ".xml";
            file.add(part, one.xml(), MAIN + "slideLayout+xml");
            file.relations(part, "slideMaster", "../slideMasters/slideMaster1.xml");
            layouts.put(one.kind(), one.at(part));
        }
        file.frame(theme, stage, drawn.size());
        return new Template(file.zip(), stage, layouts);
    }

    private void frame(DeckTheme theme, Stage stage, int layouts) {
        boolean inverted = theme.colours().inverted();
        var master = "/ppt/slideMasters/slideMaster1.xml";
        add("/ppt/theme/theme1.xml", ThemePart.xml(theme), "application/vnd.openxmlformats-officedocument.theme+xml");
        add(master, MasterPart.xml(stage, inverted, layouts), MAIN + "slideMaster+xml");
        var below = new StringBuilder();
        for (int i = 1; i <= layouts; i++) {
            below.append(relation("rId" + i, "slideLayout", "../slideLayouts/slideLayout" + i + ".xml"));
        }
        below.append(relation("rId" + (layouts + 1), "theme", "../theme/theme1.xml"));
        put(rels(master), relationships(below.toString()));
        var notes = "/ppt/notesMasters/notesMaster1.xml";
        add("/ppt/theme/theme2.xml", ThemePart.xml(theme), "application/vnd.openxmlformats-officedocument.theme+xml");
        add(notes, NotesPart.master(), MAIN + "notesMaster+xml");
        relations(notes, "theme", "../theme/theme2.xml");
        add(TableXml.STYLES_PART, TableXml.STYLES, TableXml.STYLES_TYPE);
        presentation(stage);
    }

    private void presentation(Stage stage) {
        var part = "/ppt/presentation.xml";
        add(
                part,
                Xml.HEAD + "<p:presentation " + Xml.NAMESPACES + " saveSubsetFonts=\"1\"><p:sldMasterIdLst>"
                        + "<p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst>"
                        + "<p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst><p:sldSz cx=\"" + Xml.emu(stage.width())
                        + "\" cy=\"" + Xml.emu(stage.height())
                        + "\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>",
                MAIN + "presentation.main+xml");
        put(
                rels(part),
                relationships(relation("rId1", "slideMaster", "slideMasters/slideMaster1.xml")
                        + relation("rId2", "notesMaster", "notesMasters/notesMaster1.xml")
                        + relation("rId3", "theme", "theme/theme1.xml")
                        + relation("rId4", "tableStyles", "tableStyles.xml")));
        put("/_rels/.rels", relationships(relation("rId1", "officeDocument", "ppt/presentation.xml")));
    }

    private void add(String part, String xml, String type) {
        put(part, xml);
        types.append("<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>");
    }

    private void put(String part, String xml) {
        parts.put(part, xml);
    }

    private void relations(String part, String type, String target) {
        put(rels(part), relationships(relation("rId1", type, target)));
    }

    private static String rels(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash) + "/_rels" + part.substring(slash) + ".rels";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONSHIPS + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relationships(String relations) {
        return Xml.HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + relations + "</Relationships>";
    }

    private byte[] zip() {
        put(
                "/[Content_Types].xml",
                Xml.HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + types + "</Types>");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey().substring(1)));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a template in memory", e);
        }
        return bytes.toByteArray();
    }
}
