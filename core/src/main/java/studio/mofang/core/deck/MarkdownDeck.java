package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import studio.mofang.core.content.Markdown;
import studio.mofang.core.deck.Slide.Card;

/// Makes a deck of an article: headings become sections and slides, lists points, tables and quotes slides
/// of their own, and so do pictures that are at hand; of a paragraph the slide has the point, and the notes have the
/// whole.
public final class MarkdownDeck {
    private static final Pattern FAREWELL = Pattern.compile("(?:谢谢|感谢|致谢|Thank|THANK|Q\\s?&\\s?A).{0,12}");
    private static final String OPENING = "导语";
    private static final int LONGEST_SUBTITLE = 48;
    private static final int LONGEST_LEAD = 60;

    private final List<Slide> slides = new ArrayList<>();

    private final Set<String> pictures;

    private MarkdownDeck(Set<String> pictures) {
        this.pictures = pictures;
    }

    /// `title` is what the deck is called where the article has no heading of the first level at its
    /// beginning.
    public static Deck of(String markdown, String title) {
        return of(markdown, title, Set.of());
    }

    /// `pictures` are the references to those that a slide can show.
    public static Deck of(String markdown, String title, Set<String> pictures) {
        var root = Part.of(Markdown.parse(markdown), pictures);
        boolean headed = root.parts().size() == 1 && root.parts().getFirst().level() == 1;
        var article = headed ? root.parts().getFirst() : root;
        var before = headed ? root.blocks() : List.<Node>of();
        var name = headed ? article.title() : title;
        var deck = new MarkdownDeck(pictures);
        deck.article(new Part(name, 0, joined(before, article.blocks()), article.parts()));
        return new Deck(name, deck.slides).whole();
    }

    /// The pictures of an article, which a deck of it shows or leaves out.
    public static List<Illustration> pictures(String markdown) {
        return Illustration.in(Markdown.parse(markdown));
    }

    private void article(Part article) {
        opening(article);
        for (int i = 0; i < article.parts().size(); i++) {
            var part = article.parts().get(i);
            boolean last = i + 1 == article.parts().size();
            var farewell = last ? farewell(part) : Optional.<Slide>empty();
            if (farewell.isPresent()) {
                slides.add(farewell.get());
            } else {
                outer(part);
            }
        }
    }

    /// What stands before the first heading: a line is the subtitle, more is a slide.
    private void opening(Part article) {
        var blocks = article.blocks().stream()
                .filter(block -> !Blocks.studioNote(block))
                .toList();
        var first = blocks.isEmpty() ? "" : Blocks.paragraph(blocks.getFirst()).orElse("");
        boolean subtitle = !first.isEmpty() && first.length() <= LONGEST_SUBTITLE && !Blocks.spoken(first);
        slides.add(new Slide.Cover(article.title(), subtitle ? first : "", ""));
        var rest = subtitle ? blocks.subList(1, blocks.size()) : blocks;
        if (!rest.isEmpty()) {
            boolean all = article.parts().isEmpty();
            new Blocks(all ? article.title() : OPENING, slides, pictures).write(rest);
        }
    }

    private void outer(Part part) {
        var columns = columns(part);
        if (columns.isPresent()) {
            slides.add(columns.get());
        } else if (part.parts().isEmpty()) {
            new Blocks(part.title(), slides, pictures).write(part.blocks());
        } else {
            section(part);
            part.parts().forEach(this::inner);
        }
    }

    private void section(Part part) {
        var said = new ArrayList<String>();
        var shown = new ArrayList<Node>();
        for (var block : part.blocks()) {
            if (spoken(block)) {
                said.add(Blocks.unmarked(Inline.text(block)));
            } else {
                shown.add(block);
            }
        }
        var first = shown.isEmpty() ? "" : Blocks.paragraph(shown.getFirst()).orElse("");
        var lead = Condensed.of(first, LONGEST_LEAD);
        if (lead.length() + 1 < first.length()) {
            said.addFirst(first);
        }
        slides.add(new Slide.Section(part.title(), lead, String.join("\n", said)));
        var rest = first.isEmpty() ? shown : shown.subList(1, shown.size());
        if (!rest.isEmpty()) {
            new Blocks(part.title(), slides, pictures).write(rest);
        }
    }

    private void inner(Part part) {
        var columns = columns(part);
        if (columns.isPresent()) {
            slides.add(columns.get());
            return;
        }
        if (!part.blocks().isEmpty() || part.parts().isEmpty()) {
            new Blocks(part.title(), slides, pictures).write(part.blocks());
        }
        part.parts().forEach(this::inner);
    }

    /// Two headings with a list each are two sides of a matter.
    private static Optional<Slide.TwoColumns> columns(Part part) {
        if (part.parts().size() != 2 || !part.blocks().stream().allMatch(MarkdownDeck::spoken)) {
            return Optional.empty();
        }
        var left = part.parts().get(0);
        var right = part.parts().get(1);
        if (!side(left) || !side(right)) {
            return Optional.empty();
        }
        var said = Stream.of(part, left, right)
                .flatMap(one -> one.blocks().stream())
                .filter(MarkdownDeck::spoken)
                .map(block -> Blocks.unmarked(Inline.text(block)))
                .collect(Collectors.joining("\n"));
        return Optional.of(new Slide.TwoColumns(part.title(), card(left), card(right), said));
    }

    private static boolean side(Part part) {
        return part.parts().isEmpty()
                && part.blocks().stream().filter(MarkdownDeck::list).count() == 1
                && part.blocks().stream().allMatch(block -> list(block) || spoken(block));
    }

    private static Card card(Part part) {
        var lines = part.blocks().stream()
                .filter(MarkdownDeck::list)
                .flatMap(list -> Blocks.bullets(list, 0).stream())
                .toList();
        return new Card(part.title(), lines);
    }

    private static boolean list(Node block) {
        return block instanceof BulletList || block instanceof OrderedList;
    }

    private static boolean spoken(Node block) {
        return Blocks.paragraph(block).filter(Blocks::spoken).isPresent();
    }

    private static Optional<Slide> farewell(Part part) {
        boolean plain = part.parts().isEmpty()
                && part.blocks().stream()
                        .allMatch(block -> block instanceof Paragraph
                                && Illustration.in(block).isEmpty());
        if (!plain || !FAREWELL.matcher(part.title()).matches()) {
            return Optional.empty();
        }
        var lines = part.blocks().stream().map(Inline::text).toList();
        var shown = lines.stream().filter(line -> !Blocks.spoken(line)).toList();
        var said = lines.stream().filter(Blocks::spoken).map(Blocks::unmarked).toList();
        return Optional.of(new Slide.Closing(part.title(), shown, String.join("\n", said)));
    }

    private static List<Node> joined(List<Node> before, List<Node> after) {
        var all = new ArrayList<>(before);
        all.addAll(after);
        return all;
    }
}
