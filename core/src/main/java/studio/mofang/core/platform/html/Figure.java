package studio.mofang.core.platform.html;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import studio.mofang.core.content.SafeUrls;

/// Pictures that stand by themselves, with what is said under them.
final class Figure {
    private static final SafeUrls SAFE = new SafeUrls();

    private Figure() {}

    /// Whether a paragraph has pictures and nothing beside them.
    static boolean alone(Paragraph paragraph) {
        boolean any = false;
        for (var child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Image image && safe(image)) {
                any = true;
            } else if (!blank(child)) {
                return false;
            }
        }
        return any;
    }

    static List<Image> of(Paragraph paragraph) {
        var images = new ArrayList<Image>();
        for (var child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Image image) {
                images.add(image);
            }
        }
        return images;
    }

    /// The title in quotes where there is one, else the description.
    static String caption(Image image) {
        var title = image.getTitle();
        return title == null || title.isBlank() ? Words.of(image) : title;
    }

    private static boolean safe(Image image) {
        return !SAFE.sanitizeImageUrl(image.getDestination()).isBlank();
    }

    private static boolean blank(Node node) {
        return node instanceof SoftLineBreak
                || node instanceof HardLineBreak
                || node instanceof Text text && text.getLiteral().isBlank();
    }
}
