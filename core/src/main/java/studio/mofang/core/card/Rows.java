package studio.mofang.core.card;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.card.CardPage.Box;
import studio.mofang.core.card.CardPage.Ink;
import studio.mofang.core.card.CardPage.Words;
import studio.mofang.core.content.Graphemes;
import studio.mofang.core.content.LineBreak;

/// Sets blocks into rows of a card's width, at one of the text sizes.
final class Rows {
    static final double LEFT = 108;
    static final double WIDTH = CardPage.WIDTH - 2 * LEFT;

    /// Lines are drawn apart to the same edge only where that takes less than this part of a letter.
    private static final double MOST_SPREAD = 0.2;

    private final CardFonts fonts;
    private final double size;
    private final List<Row> rows = new ArrayList<>();

    private Rows(CardFonts fonts, double size) {
        this.fonts = fonts;
        this.size = size;
    }

    static List<Row> of(List<Block> blocks, CardFonts fonts, double size) {
        var setter = new Rows(fonts, size);
        Block last = null;
        for (var block : blocks) {
            setter.set(block, last);
            last = block;
        }
        return List.copyOf(setter.rows);
    }

    private void set(Block block, @Nullable Block last) {
        boolean goesOn = last != null && last.kind() == block.kind();
        switch (block.kind()) {
            case HEADING -> heading(block);
            case SUBHEADING ->
                lines(
                        block.text(),
                        Look.plain(Face.bold(size * 1.08), size, Ink.HEAD).kept(),
                        size * 0.9);
            case PARAGRAPH -> lines(block.text(), Look.plain(Face.plain(size), size, Ink.TEXT), size * 0.75);
            case ITEM -> item(block, goesOn && sameList(block, last) ? size * 0.3 : size * 0.75);
            case QUOTE -> quote(block);
            case CODE -> code(block);
            case ROW -> row(block, goesOn);
            case RULE -> rows.add(rule());
        }
    }

    private void heading(Block block) {
        var face = Face.bold(size * 1.3);
        var look = Look.plain(face, face.size(), Ink.HEAD).kept();
        var first = rows.size();
        lines(block.text(), look.indented(34), size * 1.3);
        for (var at = first; at < rows.size(); at++) {
            var row = rows.get(at);
            var bar = new Box(LEFT, at == first ? row.height() * 0.16 : 0, 10, row.height() * 0.84, 4, Ink.ACCENT);
            rows.set(at, new Row(row.before(), row.height(), true, List.of(bar), row.words()));
        }
    }

    private void item(Block block, double before) {
        var indent = size * (1.25 + 1.2 * Math.min(block.depth(), 3));
        var look = Look.plain(Face.plain(size), size, Ink.TEXT).indented(indent);
        var first = rows.size();
        lines(block.text(), look, before);
        if (!block.mark().isEmpty()) {
            var row = rows.get(first);
            var face = Face.bold(size);
            var end = LEFT + indent - size * 0.35;
            var words = new ArrayList<>(row.words());
            words.add(new Words(
                    block.mark(),
                    face,
                    end - fonts.width(block.mark(), face),
                    words.getFirst().baseline(),
                    0,
                    Ink.ACCENT));
            rows.set(first, new Row(row.before(), row.height(), row.keeps(), row.boxes(), words));
        }
    }

    private static boolean sameList(Block block, @Nullable Block last) {
        boolean numbered = block.mark().endsWith(".");
        return block.depth() > 0
                || last == null
                || last.depth() > 0
                || numbered == last.mark().endsWith(".");
    }

    private void quote(Block block) {
        rows.add(pad(size * 0.75, true));
        lines(block.text(), Look.quote(size), 0);
        rows.add(pad(0, true));
    }

    private void code(Block block) {
        var look = Look.code(size);
        rows.add(pad(size * 0.75, false));
        block.text().replace("\t", "    ").lines().forEach(line -> {
            var indent = line.length() - line.stripLeading().length();
            lines(line.isBlank() ? " " : line.strip(), look.indented(28 + indent * size * 0.42), 0);
        });
        rows.add(pad(0, false));
    }

    private void row(Block block, boolean goesOn) {
        lines(
                block.text(),
                Look.plain(Face.plain(size * 0.9), size * 0.9, Ink.TEXT),
                goesOn ? size * 0.2 : size * 0.75);
        var row = rows.getLast();
        var line = new Box(LEFT, row.height() + size * 0.1, WIDTH, 2, 0, Ink.SOFT);
        rows.set(rows.size() - 1, new Row(row.before(), row.height() + size * 0.2, false, List.of(line), row.words()));
    }

    /// The edge of a block with a ground, above and below its lines.
    private Row pad(double before, boolean barred) {
        var ground = new Box(LEFT, 0, WIDTH, 23, 0, Ink.SOFT);
        var boxes = barred ? List.of(ground, new Box(LEFT, 0, 8, 23, 0, Ink.ACCENT)) : List.of(ground);
        return new Row(before, 22, before > 0, boxes, List.of());
    }

    private Row rule() {
        var box = new Box(CardPage.WIDTH / 2.0 - 60, size * 0.5, 120, 4, 2, Ink.ACCENT);
        return new Row(size * 0.5, size, false, List.of(box), List.of());
    }

    private void lines(String text, Look look, double before) {
        var width = WIDTH - look.indent() - look.right();
        var lines = LineBreak.lines(text, width, fonts.measure(look.face()));
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            boolean full = at + 1 < lines.size() && !look.face().mono() && !text.contains(line + "\n");
            var spread = full ? spread(line, width, look.face()) : 0;
            var words = new Words(line, look.face(), LEFT + look.indent(), look.baseline(), spread, look.ink());
            rows.add(new Row(at == 0 ? before : 0, look.height(), look.keeps(), look.boxes(), List.of(words)));
        }
    }

    private double spread(String line, double width, Face face) {
        var gaps = Graphemes.of(line).size() - 1;
        var left = width - fonts.width(line, face);
        var each = gaps > 0 ? left / gaps : 0;
        return each > 0 && each < face.size() * MOST_SPREAD ? each : 0;
    }
}
