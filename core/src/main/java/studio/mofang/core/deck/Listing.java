package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;

/// A block of code; a slide shows its first lines, and the notes have it whole.
record Listing(String language, String code) {
    private static final int MOST_LINES = 10;
    /// Spaces that stay where they begin a line.
    private static final String INDENT = "\u00a0";

    static Listing of(FencedCodeBlock block) {
        var info = Objects.requireNonNullElse(block.getInfo(), "").strip();
        return new Listing(info.split("\\s", 2)[0], block.getLiteral().stripTrailing());
    }

    static Listing of(IndentedCodeBlock block) {
        return new Listing("", block.getLiteral().stripTrailing());
    }

    /// A line to a row, so that they stay beside each other and go on to the next slide.
    Grid shown() {
        var lines = code.lines().toList();
        var rows = new ArrayList<List<String>>();
        lines.stream().limit(MOST_LINES).forEach(line -> rows.add(List.of(indented(line))));
        if (lines.size() > MOST_LINES) {
            rows.add(List.of("……其余 " + (lines.size() - MOST_LINES) + " 行见备注"));
        }
        return new Grid(List.of(language.isEmpty() ? "代码" : "代码（" + language + "）"), rows);
    }

    private static String indented(String line) {
        var spaced = line.replace("\t", "    ");
        var text = spaced.strip();
        return INDENT.repeat(Math.max(text.isEmpty() ? 1 : 0, spaced.indexOf(text))) + text;
    }
}
