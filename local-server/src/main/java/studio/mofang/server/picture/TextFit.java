package studio.mofang.server.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.regex.Pattern;
import studio.mofang.core.content.LineBreak;

/// A text set as large as its box allows, in lines of even length, broken by the rules of Chinese
/// typesetting. What does not fit at the smallest size ends in an ellipsis; nothing is ever clipped.
record TextFit(Font font, List<String> lines, double leading) {
    private static final double LEADING = 1.36;
    private static final int STEPS = 14;
    private static final Pattern CLAUSE = Pattern.compile("[，。！？：；,!?:;](?=[^\\s\\d，。！？：；,!?:;”’」』）)])");
    private static final double WORTH_A_CLAUSE = 0.72;
    private static final double WORTH_NO_SCRAPS = 0.7;
    private static final double WORTH_A_LINE = 0.85;

    /// The room for a text, in pixels, and the sizes it may have.
    record Box(double width, double height, double largest, double smallest) {}

    /// `face` at whatever size; at most `most` lines. Lines that end where a clause ends are worth a
    /// somewhat smaller size, and so is a last line of more than a character or two.
    static TextFit of(Font face, String text, Box box, int most) {
        var shown = Typeface.drawable(face, text).strip();
        var best = set(face, shown, box, most);
        var clauses = CLAUSE.matcher(shown).replaceAll("$0\n");
        var byClause = set(face, clauses, box, most);
        boolean aLineEach =
                byClause.whole() && byClause.lines.size() == clauses.lines().count();
        if (byClause.lines.size() > 1 && aLineEach && byClause.size() >= best.size() * WORTH_A_CLAUSE) {
            return byClause;
        }
        while (best.lines.size() > 1) {
            var compact = set(face, shown, box, best.lines.size() - 1);
            double worth = best.endsInScraps() ? WORTH_NO_SCRAPS : WORTH_A_LINE;
            if (!compact.whole() || compact.size() < best.size() * worth) {
                return best;
            }
            best = compact;
        }
        return best;
    }

    private double size() {
        return font.getSize2D();
    }

    double height() {
        return lines.isEmpty() ? 0 : (lines.size() - 1) * leading + font.getSize2D() * 1.12;
    }

    double width() {
        return lines.stream().mapToDouble(Typeface.measure(font)::width).max().orElse(0);
    }

    /// Draws in the pen's colour from the top edge down. `align` is 0 for left, 0.5 for centre, 1 for right.
    void draw(Graphics2D pen, double left, double top, double width, double align) {
        pen.setFont(font);
        double baseline = top + font.getSize2D() * 0.94;
        for (var line : lines) {
            double free = width - Typeface.measure(font).width(line);
            pen.drawString(line, (float) (left + free * align), (float) baseline);
            baseline += leading;
        }
    }

    private static boolean fits(Font font, String text, Box box, int most) {
        var lines = LineBreak.lines(text, box.width(), Typeface.measure(font));
        var fit = new TextFit(font, lines, font.getSize2D() * LEADING);
        return lines.size() <= most && fit.height() <= box.height() && fit.width() <= box.width();
    }

    private boolean endsInScraps() {
        return lines.size() > 1 && Typeface.measure(font).width(lines.getLast()) < width() * 0.34;
    }

    /// Whether nothing was left out.
    private boolean whole() {
        return lines.isEmpty() || !lines.getLast().endsWith("…");
    }

    private static TextFit set(Font face, String text, Box box, int most) {
        double low = box.smallest();
        double high = box.largest();
        for (int step = 0; step < STEPS && high - low > 0.5; step++) {
            double size = (low + high) / 2;
            if (fits(face.deriveFont((float) size), text, box, most)) {
                low = size;
            } else {
                high = size;
            }
        }
        return even(face.deriveFont((float) low), text, box, most);
    }

    /// The narrowest measure that still gives the same number of lines makes them even.
    private static TextFit even(Font font, String text, Box box, int most) {
        double leading = font.getSize2D() * LEADING;
        int room = Math.max(1, Math.min(most, (int) ((box.height() - font.getSize2D() * 1.12) / leading) + 1));
        var measure = Typeface.measure(font);
        int count = LineBreak.lines(text, box.width(), measure, room).size();
        double low = box.width() / Math.max(1, count) * 0.9;
        double high = box.width();
        boolean whole = LineBreak.lines(text, box.width(), measure).size() <= room;
        for (int step = 0; whole && step < STEPS; step++) {
            double width = (low + high) / 2;
            if (LineBreak.lines(text, width, measure).size() <= count) {
                high = width;
            } else {
                low = width;
            }
        }
        return new TextFit(font, LineBreak.lines(text, high, measure, room), leading);
    }
}
