package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// A heading of an article with the blocks under it, and the deeper headings under those. Paragraphs
/// with nothing to show are left out.
record Part(String title, int level, List<Node> blocks, List<Part> parts) {
    /// The whole article as a part of level 0; `pictures` are the references to those that a slide can show.
    static Part of(Node document, Set<String> pictures) {
        var root = new Part("", 0, new ArrayList<>(), new ArrayList<>());
        var open = new ArrayList<Part>();
        open.add(root);
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                var part = new Part(Inline.text(heading), heading.getLevel(), new ArrayList<>(), new ArrayList<>());
                while (open.getLast().level() >= part.level()) {
                    open.removeLast();
                }
                open.getLast().parts().add(part);
                open.add(part);
            } else if (!(node instanceof Paragraph) || shows(node, pictures)) {
                open.getLast().blocks().add(node);
            }
        }
        return root;
    }

    private static boolean shows(Node paragraph, Set<String> pictures) {
        return !Inline.text(paragraph).isEmpty()
                || Illustration.in(paragraph).stream().anyMatch(picture -> picture.seen(pictures));
    }
}
