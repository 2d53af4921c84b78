package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

/// A picture of an article: how the article refers to it, and what it says of it.
public record Illustration(String reference, String description) {
    /// An article's cover, in the place of which a deck has its own.
    private static final String COVER = "封面";

    /// Whether a deck shows it, being one of `pictures`, or at least its description.
    boolean seen(Set<String> pictures) {
        return pictures.contains(reference) || !description.isBlank();
    }

    /// Those in a block and whatever is within it, in order, save the cover.
    static List<Illustration> in(Node block) {
        var found = new ArrayList<Illustration>();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                found.add(new Illustration(image.getDestination(), Inline.text(image)));
            }
        });
        found.removeIf(picture -> picture.description().equals(COVER));
        return found;
    }
}
