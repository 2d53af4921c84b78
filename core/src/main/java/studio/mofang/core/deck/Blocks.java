package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import studio.mofang.core.deck.Figures.Kind;

/// Turns the blocks under one heading into slides under that title.
final class Blocks {
    private static final Pattern CHART = Pattern.compile("图表[：:]\\s*([^（(]+?)\\s*(?:[（(]单位[：:]\\s*(.*?)\\s*[）)])?");
    private static final Pattern SOURCE = Pattern.compile("(?s)(.*?)\\s*(?:——|—|--)\\s*([^—\\n]{1,60})");
    private static final Pattern STUDIO = Pattern.compile("(?:AI生成|离线草稿|写作提示).*", Pattern.DOTALL);
    private static final int LONGEST_POINT = 44;

    private final String title;
    private final List<Slide> slides;
    private final Set<String> pictures;
    private final int first;
    private final List<Bullet> bullets = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String chart = "";

    /// `pictures` are the references to those that a slide can show.
    Blocks(String title, List<Slide> slides, Set<String> pictures) {
        this.title = title;
        this.slides = slides;
        this.pictures = pictures;
        this.first = slides.size();
    }

    void write(List<Node> blocks) {
        blocks.stream().filter(block -> !studioNote(block)).forEach(this::block);
        flush();
    }

    /// Whether a block is the studio's own remark on how the text came about, and not part of the text.
    static boolean studioNote(Node block) {
        return block instanceof BlockQuote && STUDIO.matcher(quoted(block)).matches();
    }

    static Optional<String> paragraph(Node block) {
        return block instanceof Paragraph ? Optional.of(Inline.text(block)) : Optional.empty();
    }

    /// Whether a paragraph is for the speaker alone.
    static boolean spoken(String paragraph) {
        return paragraph.startsWith(DeckMarkdown.NOTES);
    }

    static String unmarked(String paragraph) {
        return paragraph.substring(DeckMarkdown.NOTES.length()).strip();
    }

    static List<Bullet> bullets(Node list, int level) {
        var bullets = new ArrayList<Bullet>();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                item(bullets, item, level);
            }
        }
        return bullets;
    }

    private static void item(List<Bullet> bullets, Node item, int level) {
        for (var child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof BulletList || child instanceof OrderedList) {
                bullets.addAll(bullets(child, level + 1));
            } else {
                var text = Inline.text(child).replaceFirst("^\\[[ xX]] ", "");
                if (!text.isEmpty()) {
                    bullets.add(new Bullet(level, text));
                }
            }
        }
    }

    private void block(Node block) {
        switch (block) {
            case Paragraph paragraph -> paragraph(Inline.text(paragraph));
            case BulletList list -> list(list);
            case OrderedList list -> list(list);
            case TableBlock table -> table(grid(table));
            case BlockQuote quote -> quote(quoted(quote));
            case FencedCodeBlock code -> listing(Listing.of(code));
            case IndentedCodeBlock code -> listing(Listing.of(code));
            default -> {}
        }
        Illustration.in(block).forEach(this::picture);
    }

    /// One that cannot be shown is told of, where the article says what it shows.
    private void picture(Illustration picture) {
        if (pictures.contains(picture.reference())) {
            flushPoints();
            slides.add(new Slide.Picture(title, picture.reference(), picture.description(), ""));
        } else if (!picture.description().isBlank()) {
            bullets.add(new Bullet(0, "图：" + picture.description()));
        }
    }

    private void paragraph(String text) {
        var figures = CHART.matcher(text);
        if (text.isEmpty()) {
            return;
        }
        if (figures.matches()) {
            chart = text;
        } else if (spoken(text)) {
            say(unmarked(text));
        } else {
            var point = Condensed.of(text, LONGEST_POINT);
            bullets.add(new Bullet(0, point));
            if (point.length() + 1 < text.length()) {
                notes.add(text);
            }
        }
    }

    /// Right behind a chart, a list is what to see in it.
    private void list(Node list) {
        var points = bullets(list, 0);
        boolean behind = bullets.isEmpty() && slides.size() > first;
        if (behind
                && slides.getLast() instanceof Slide.Chart shown
                && shown.takeaway().isEmpty()) {
            slides.removeLast();
            slides.add(new Slide.Chart(shown.title(), shown.figures(), points, shown.notes()));
        } else {
            bullets.addAll(points);
        }
    }

    private void table(Grid grid) {
        flushPoints();
        var figures = chart.isEmpty() ? Optional.<Figures>empty() : figures(grid);
        chart = "";
        slides.add(figures.<Slide>map(found -> new Slide.Chart(title, found, List.of(), ""))
                .orElseGet(() -> new Slide.Table(title, grid, "")));
    }

    private Optional<Figures> figures(Grid grid) {
        var words = CHART.matcher(chart);
        if (!words.matches()) {
            return Optional.empty();
        }
        var unit = Optional.ofNullable(words.group(2)).orElse("");
        return Kind.named(words.group(1)).flatMap(kind -> FigureReader.read(kind, grid, unit));
    }

    private void listing(Listing listing) {
        if (!listing.code().isBlank()) {
            flushPoints();
            slides.add(new Slide.Table(title, listing.shown(), listing.code()));
        }
    }

    private void quote(String text) {
        flushPoints();
        var parts = SOURCE.matcher(text);
        slides.add(
                parts.matches() && !parts.group(1).isBlank()
                        ? new Slide.Quote(parts.group(1), parts.group(2), "")
                        : new Slide.Quote(text, "", ""));
    }

    private void say(String text) {
        if (bullets.isEmpty() && slides.size() > first) {
            var last = slides.removeLast();
            slides.add(last.withNotes((last.notes() + "\n" + text).strip()));
        } else {
            notes.add(text);
        }
    }

    private void flushPoints() {
        if (!bullets.isEmpty()) {
            slides.add(new Slide.Content(title, bullets, String.join("\n", notes)));
            bullets.clear();
            notes.clear();
        }
    }

    /// A heading with nothing to show under it still says what comes.
    private void flush() {
        flushPoints();
        if (slides.size() == first) {
            slides.add(new Slide.Section(title, "", ""));
        }
        if (!notes.isEmpty()) {
            var last = slides.removeLast();
            slides.add(last.withNotes((last.notes() + "\n" + String.join("\n", notes)).strip()));
            notes.clear();
        }
    }

    private static String quoted(Node quote) {
        var lines = new ArrayList<String>();
        for (var child = quote.getFirstChild(); child != null; child = child.getNext()) {
            lines.add(
                    child instanceof BulletList || child instanceof OrderedList
                            ? String.join(
                                    "\n",
                                    bullets(child, 0).stream().map(Bullet::text).toList())
                            : Inline.text(child));
        }
        return String.join("\n", lines).strip();
    }

    private static Grid grid(TableBlock table) {
        var rows = new ArrayList<List<String>>();
        for (var section = table.getFirstChild(); section != null; section = section.getNext()) {
            for (var row = section.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        return rows.isEmpty()
                ? new Grid(List.of(), List.of())
                : new Grid(rows.getFirst(), rows.subList(1, rows.size()));
    }

    private static List<String> cells(Node row) {
        var cells = new ArrayList<String>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(Inline.text(cell));
            }
        }
        return cells;
    }
}
