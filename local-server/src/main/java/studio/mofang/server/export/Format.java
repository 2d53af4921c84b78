package studio.mofang.server.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.HtmlExport;
import studio.mofang.core.content.MarkdownExport;

/// The kinds of files a creation can be taken away as.
enum Format {
    MD(
            "text/markdown; charset=utf-8",
            creation -> utf8(MarkdownExport.of(creation.title(), creation.content(), AiLabel.of(creation)))),
    HTML(
            "text/html; charset=utf-8",
            creation -> utf8(HtmlExport.of(creation.title(), creation.content(), AiLabel.of(creation)))),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            creation -> DocxExport.of(creation, AiLabel.of(creation)));

    private final String contentType;
    private final Function<Creation, byte[]> writer;

    Format(String contentType, Function<Creation, byte[]> writer) {
        this.contentType = contentType;
        this.writer = writer;
    }

    static Format of(String extension) {
        return valueOf(extension.toUpperCase(Locale.ROOT));
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    String contentType() {
        return contentType;
    }

    /// Its type without the charset, as the API's document names it.
    String mediaType() {
        return contentType.replaceFirst(";.*", "");
    }

    byte[] file(Creation creation) {
        return writer.apply(creation);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
