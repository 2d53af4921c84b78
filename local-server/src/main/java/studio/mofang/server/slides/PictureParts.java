package studio.mofang.server.slides;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import studio.mofang.server.media.StoredMedia;

/// The pictures of an article as parts of a file, each once, however many slides show it.
final class PictureParts {
    private final OPCPackage file;
    private final Illustrations illustrations;
    private final Map<String, PackagePart> parts = new HashMap<>();

    PictureParts(OPCPackage file, Illustrations illustrations) {
        this.file = file;
        this.illustrations = illustrations;
    }

    StoredMedia media(String reference) {
        return illustrations.media(reference);
    }

    PackagePart part(String reference) throws IOException, InvalidFormatException {
        var known = parts.get(reference);
        if (known != null) {
            return known;
        }
        var media = media(reference);
        var name = "/ppt/media/illustration" + (parts.size() + 1) + "."
                + media.type().extension();
        var part = file.createPart(
                PackagingURIHelper.createPartName(name), media.type().contentType());
        try (var out = part.getOutputStream()) {
            out.write(illustrations.bytes().apply(media));
        }
        parts.put(reference, part);
        return part;
    }
}
