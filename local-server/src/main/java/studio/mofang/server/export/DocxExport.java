package studio.mofang.server.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.Markdown;
import studio.mofang.core.content.MarkdownExport;

/// A creation as a Word file that stays editable: real headings, lists, tables and links.
final class DocxExport {
    private static final String OFFICIAL_DOCUMENT = "official_document";

    private DocxExport() {}

    static byte[] of(Creation creation, Optional<AiLabel> made) {
        var label = made.or(() -> MarkdownExport.label(creation.content()));
        boolean official = OFFICIAL_DOCUMENT.equals(creation.toolType());
        try (var document = new XWPFDocument()) {
            var frame = new DocxFrame(document, official ? DocxLayout.OFFICIAL : DocxLayout.ARTICLE);
            frame.page();
            frame.properties(creation.title(), label);
            write(frame, creation, label.isPresent());
            frame.pageNumbers();
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a Word file in memory", e);
        }
    }

    private static void write(DocxFrame frame, Creation creation, boolean labelled) {
        Node tree = Markdown.parse(labelled ? MarkdownExport.body(creation.content()) : creation.content());
        if (labelled) {
            frame.note(AiLabel.VISIBLE);
        }
        boolean titled = tree.getFirstChild() instanceof Heading heading && heading.getLevel() == 1;
        if (!titled && !creation.title().isBlank()) {
            frame.title(creation.title());
        }
        tree.accept(new DocxWriter(frame));
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        var file = new ByteArrayOutputStream();
        document.write(file);
        return file.toByteArray();
    }
}
