package studio.mofang.core.platform;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// Links to stored files, as a finished video or deck stands in its creation's text. They lead nowhere outside of the
/// studio.
final class MediaLinks extends AbstractVisitor {
    private final List<String> found = new ArrayList<>();

    private MediaLinks() {}

    static List<String> of(Node document) {
        var visitor = new MediaLinks();
        document.accept(visitor);
        return List.copyOf(visitor.found);
    }

    static boolean leads(Link link) {
        return link.getDestination().startsWith("media:");
    }

    @Override
    public void visit(Link node) {
        if (leads(node)) {
            found.add(node.getDestination());
        }
    }
}
