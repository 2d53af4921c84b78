package studio.mofang.server.slides;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xslf.usermodel.XSLFRelation;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.presentationml.x2006.main.PresentationDocument;

/// Gives a company's template what our slides lean on and it may lack: a master of notes and the list of
/// table styles.
final class MissingParts {
    private static final String NOTES = "/ppt/notesMasters/notesMaster1.xml";
    private static final String NOTES_THEME = "/ppt/theme/themeOfNotes.xml";

    private final OPCPackage pack;
    private final PackagePart presentation;

    private MissingParts(OPCPackage pack) {
        this.pack = pack;
        this.presentation = pack.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT)
                .getFirst();
    }

    static void add(OPCPackage pack) throws IOException, OpenXML4JException {
        var missing = new MissingParts(pack);
        if (pack.getPartsByContentType(TableXml.STYLES_TYPE).isEmpty()) {
            var styles = missing.part(TableXml.STYLES_PART, TableXml.STYLES_TYPE, bytes(TableXml.STYLES));
            relate(missing.presentation, styles, XSLFRelation.TABLE_STYLES.getRelation());
        }
        if (pack.getPartsByContentType(XSLFRelation.NOTES_MASTER.getContentType())
                .isEmpty()) {
            missing.notes();
        }
    }

    private void notes() throws IOException, OpenXML4JException {
        var themes = pack.getPartsByContentType(XSLFRelation.THEME.getContentType());
        try (var theme = themes.getFirst().getInputStream()) {
            var copy = part(NOTES_THEME, XSLFRelation.THEME.getContentType(), theme.readAllBytes());
            var master = part(NOTES, XSLFRelation.NOTES_MASTER.getContentType(), bytes(NotesPart.master()));
            relate(master, copy, XSLFRelation.THEME.getRelation());
            list(relate(presentation, master, XSLFRelation.NOTES_MASTER.getRelation()));
        }
    }

    private void list(String master) throws IOException {
        try (var in = presentation.getInputStream()) {
            var document = PresentationDocument.Factory.parse(in);
            document.getPresentation()
                    .addNewNotesMasterIdLst()
                    .addNewNotesMasterId()
                    .setId(master);
            try (var out = presentation.getOutputStream()) {
                document.save(out);
            }
        } catch (XmlException e) {
            throw new IOException("the presentation part is no XML", e);
        }
    }

    private PackagePart part(String name, String type, byte[] content) throws IOException, InvalidFormatException {
        var part = pack.createPart(PackagingURIHelper.createPartName(name), type);
        try (var out = part.getOutputStream()) {
            out.write(content);
        }
        return part;
    }

    private static String relate(PackagePart from, PackagePart to, String type) {
        return from.addRelationship(to.getPartName(), TargetMode.INTERNAL, type).getId();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
