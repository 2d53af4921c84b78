package studio.mofang.core.deck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.mofang.core.deck.Slide.Card;

/// Makes a deck of what a model answered. It asks for the form that `DeckPrompt` describes and forgives
/// what can be forgiven; a slide of which nothing can be made is left out, and a deck without slides is
/// none.
public final class DeckReader {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NOTES = 8_000;

    private DeckReader() {}

    /// Empty where the answer is no deck.
    public static Optional<Deck> read(String answer, String topic) {
        return LenientJson.read(answer).flatMap(tree -> deck(tree, topic));
    }

    private static Optional<Deck> deck(JsonNode tree, String topic) {
        var list = Fields.of(tree, "slides", "pages", "幻灯片");
        var slides = new ArrayList<Slide>();
        for (var item : list) {
            slide(item).ifPresent(slides::add);
        }
        boolean says = slides.stream().anyMatch(DeckReader::says);
        var title = Fields.text(tree, "title", "topic", "标题");
        return says ? Optional.of(new Deck(title.isEmpty() ? topic : title, slides).whole()) : Optional.empty();
    }

    private static boolean says(Slide slide) {
        return !(slide instanceof Slide.Cover || slide instanceof Slide.Closing || slide instanceof Slide.Contents);
    }

    private static Optional<Slide> slide(JsonNode item) {
        if (!item.isObject()) {
            return Optional.empty();
        }
        var title = Fields.text(item, "title", "heading", "headline", "标题");
        var notes = cut(Fields.text(item, "notes", "speaker_notes", "note", "备注"), LONGEST_NOTES);
        var made = of(type(item), item, title).or(() -> content(item, title));
        return made.map(slide -> notes.isEmpty() ? slide : slide.withNotes(notes));
    }

    private static Optional<Slide> of(String type, JsonNode item, String title) {
        return switch (type) {
            case "cover" -> titled(title, new Slide.Cover(title, Fields.text(item, "subtitle", "副标题"), ""));
            case "contents" -> contents(item, title);
            case "section" ->
                titled(title, new Slide.Section(title, Fields.text(item, "lead", "subtitle", "description"), ""));
            case "columns" -> columns(item, title);
            case "table" -> table(item, title);
            case "chart" -> chart(item, title);
            case "quote" -> quote(item, title);
            case "closing" -> titled(title, new Slide.Closing(title, lines(item), ""));
            default -> Optional.empty();
        };
    }

    private static String type(JsonNode item) {
        var word = Fields.text(item, "type", "layout", "kind", "类型")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-_ ]", "");
        return switch (word) {
            case "title", "cover", "封面" -> "cover";
            case "agenda", "contents", "toc", "目录" -> "contents";
            case "section", "sectionheader", "章节", "过渡页" -> "section";
            case "twocolumn", "twocolumns", "columns", "comparison", "compare", "两栏", "对比" -> "columns";
            case "table", "表格" -> "table";
            case "chart", "graph", "图表" -> "chart";
            case "quote", "quotation", "引言", "金句" -> "quote";
            case "closing", "end", "thanks", "结束", "结束页" -> "closing";
            default -> "content";
        };
    }

    private static Optional<Slide> titled(String title, Slide slide) {
        return title.isEmpty() ? Optional.empty() : Optional.of(slide);
    }

    private static Optional<Slide> contents(JsonNode item, String title) {
        var lines = lines(item);
        var name = title.isEmpty() ? "目录" : title;
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Slide.Contents(name, lines, ""));
    }

    private static Optional<Slide> content(JsonNode item, String title) {
        var bullets = bullets(Fields.of(item, "bullets", "points", "items", "content", "body", "lines", "要点"), 0);
        return title.isEmpty() && bullets.isEmpty()
                ? Optional.empty()
                : bullets.isEmpty()
                        ? Optional.of(new Slide.Section(title, "", ""))
                        : Optional.of(new Slide.Content(title, bullets, ""));
    }

    private static Optional<Slide> columns(JsonNode item, String title) {
        var left = card(Fields.of(item, "left", "左"));
        var right = card(Fields.of(item, "right", "右"));
        var columns = Fields.of(item, "columns");
        if (columns.isArray() && columns.size() == 2) {
            left = card(columns.get(0));
            right = card(columns.get(1));
        }
        return left.lines().isEmpty() || right.lines().isEmpty()
                ? Optional.empty()
                : Optional.of(new Slide.TwoColumns(title, left, right, ""));
    }

    private static Card card(JsonNode side) {
        var head = Fields.text(side, "title", "heading", "head", "标题");
        var lines = side.isArray() ? side : Fields.of(side, "bullets", "points", "items", "content", "要点");
        return new Card(head, bullets(lines, 0));
    }

    private static Optional<Slide> table(JsonNode item, String title) {
        var inner = Fields.of(item, "table", "表格");
        var source = inner.isObject() ? inner : item;
        var head = Fields.texts(Fields.of(source, "header", "headers", "columns", "head", "表头"));
        var rows = new ArrayList<List<String>>();
        Fields.of(source, "rows", "data", "行").forEach(row -> rows.add(Fields.texts(row)));
        rows.removeIf(row -> row.stream().allMatch(String::isBlank));
        return rows.isEmpty() && head.isEmpty()
                ? Optional.empty()
                : Optional.of(new Slide.Table(title, new Grid(head, rows), ""));
    }

    /// Without figures that can be drawn it is no chart.
    private static Optional<Slide> chart(JsonNode item, String title) {
        var inner = Fields.of(item, "chart", "图表");
        var figures = FigureReader.read(inner.isObject() ? inner : item);
        var takeaway = bullets(Fields.of(item, "takeaway", "bullets", "points", "insights", "要点"), 0);
        return figures.map(found -> new Slide.Chart(title, found, takeaway, ""));
    }

    private static Optional<Slide> quote(JsonNode item, String title) {
        var text = Fields.text(item, "text", "quote", "content", "引文");
        var words = cut(text.isEmpty() ? title : text, LONGEST_TEXT);
        var source = Fields.text(item, "source", "author", "by", "出处").replaceFirst("^[—\\-– ]+", "");
        return words.isEmpty() ? Optional.empty() : Optional.of(new Slide.Quote(words, source, ""));
    }

    private static List<String> lines(JsonNode item) {
        return bullets(Fields.of(item, "lines", "bullets", "items", "points", "content"), 0).stream()
                .map(Bullet::text)
                .toList();
    }

    private static List<Bullet> bullets(JsonNode list, int level) {
        var bullets = new ArrayList<Bullet>();
        if (list.isTextual()) {
            list.asText().lines().forEach(line -> add(bullets, level, line));
        }
        for (var item :
                list.isArray() ? list : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode()) {
            if (item.isObject()) {
                add(bullets, level, Fields.text(item, "text", "title", "point", "content", "要点"));
                bullets.addAll(bullets(Fields.of(item, "children", "sub", "bullets", "items", "details"), level + 1));
            } else if (item.isArray()) {
                bullets.addAll(bullets(item, level + 1));
            } else {
                add(bullets, level, item.asText());
            }
        }
        return bullets;
    }

    private static void add(List<Bullet> bullets, int level, String text) {
        // Possessive, or a line of dashes overflows the stack.
        var plain = cut(text.strip().replaceFirst("^(?:[-*•·▪] ?+)++", "").replace("**", ""), LONGEST_TEXT);
        if (!plain.isEmpty()) {
            bullets.add(new Bullet(level, plain));
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
