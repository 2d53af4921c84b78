package studio.mofang.core.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import studio.mofang.core.card.CardPage.Box;
import studio.mofang.core.card.CardPage.Ink;
import studio.mofang.core.card.CardPage.Words;
import studio.mofang.core.content.LineBreak;
import studio.mofang.core.platform.Article;

/// The first card: the title as large as it fits, the first words of the text, the tags.
final class TitleCard {
    private static final double[] SIZES = {136, 116, 98, 84, 72};
    private static final int MOST_LINES = 5;
    private static final double TITLE_TOP = 330;
    private static final Face LEAD = Face.plain(44);
    private static final Face TAGS = Face.plain(38);

    private TitleCard() {}

    static CardPage of(Article article, CardFonts fonts, List<Words> label) {
        var title = article.title().isBlank() ? "未命名" : article.title();
        var face = Face.bold(SIZES[SIZES.length - 1]);
        for (var size : SIZES) {
            face = Face.bold(size);
            if (LineBreak.lines(title, Rows.WIDTH, fonts.measure(face)).size() <= (size > 90 ? 4 : MOST_LINES)) {
                break;
            }
        }
        var words = new ArrayList<Words>();
        var y = TITLE_TOP;
        for (var line : phrased(title, fonts, face)) {
            words.add(new Words(line, face, Rows.LEFT, y + face.size(), 0, Ink.COVER));
            y += face.size() * 1.36;
        }
        var bar = new Box(Rows.LEFT, y + 56, 120, 12, 6, Ink.COVER);
        y += 150;
        for (var line : LineBreak.lines(lead(article), Rows.WIDTH, fonts.measure(LEAD), 4)) {
            words.add(new Words(line, LEAD, Rows.LEFT, y + LEAD.size(), 0, Ink.COVER));
            y += LEAD.size() * 1.75;
        }
        var tags = article.tags().stream().limit(5).map(tag -> "#" + tag).collect(Collectors.joining("  "));
        if (!tags.isBlank()) {
            var line = LineBreak.lines(tags, Rows.WIDTH, fonts.measure(TAGS), 1).getFirst();
            words.add(new Words(line, TAGS, Rows.LEFT, CardPage.HEIGHT - 210, 0, Ink.COVER));
        }
        words.addAll(label);
        return new CardPage(true, List.of(bar), words);
    }

    /// Broken after a colon or comma where that takes no more than one line more.
    private static List<String> phrased(String title, CardFonts fonts, Face face) {
        var whole = balanced(title, fonts, face);
        var phrases = Arrays.stream(title.split("(?<=[：，；！？｜|])"))
                .flatMap(phrase -> balanced(phrase.strip(), fonts, face).stream())
                .toList();
        return phrases.size() <= Math.min(whole.size() + 1, MOST_LINES) ? phrases : whole;
    }

    /// Lines of like length: no last line of a single character.
    private static List<String> balanced(String title, CardFonts fonts, Face face) {
        var measure = fonts.measure(face);
        var lines = LineBreak.lines(title, Rows.WIDTH, measure);
        if (lines.size() > MOST_LINES) {
            return LineBreak.lines(title, Rows.WIDTH, measure, MOST_LINES);
        }
        for (var width = Rows.WIDTH - face.size() / 2; width > face.size() * 2; width -= face.size() / 2) {
            var narrower = LineBreak.lines(title, width, measure);
            if (narrower.size() > lines.size()) {
                break;
            }
            lines = narrower;
        }
        return lines;
    }

    /// The first paragraph.
    private static String lead(Article article) {
        return Blocks.of(article.document()).stream()
                .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
                .findFirst()
                .map(block -> block.text().replaceAll("\\s+", " "))
                .orElse("");
    }
}
