package studio.mofang.server.card;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import studio.mofang.core.card.CardFonts;
import studio.mofang.core.card.Face;
import studio.mofang.server.picture.Typeface;

/// The fonts pictures are drawn with: the first installed one that knows Chinese, and for a character that it does not
/// know the next that does. Java's own composite font comes last, so that there always is one.
public final class Fonts implements CardFonts {
    private static final List<String> MONO =
            List.of("Noto Sans Mono CJK SC", "Sarasa Mono SC", "Menlo", "Consolas", Font.MONOSPACED);

    /// Widths as on the picture: smoothed and in fractions of a pixel.
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final ConcurrentHashMap<Face, List<Font>> made = new ConcurrentHashMap<>();

    /// A piece of a line that one font can draw.
    public record Run(String text, Font font) {
        double width() {
            return font.getStringBounds(text, CONTEXT).getWidth();
        }
    }

    @Override
    public double width(String text, Face face) {
        return runs(text, face).stream().mapToDouble(Run::width).sum();
    }

    /// A text in pieces of one font each.
    public List<Run> runs(String text, Face face) {
        var fonts = made.computeIfAbsent(face, this::fonts);
        if (fonts.getFirst().canDisplayUpTo(text) < 0) {
            return List.of(new Run(text, fonts.getFirst()));
        }
        var runs = new ArrayList<Run>();
        for (int at = 0; at < text.length(); ) {
            var font = knowing(fonts, text.codePointAt(at));
            int end = at;
            while (end < text.length() && knowing(fonts, text.codePointAt(end)).equals(font)) {
                end += Character.charCount(text.codePointAt(end));
            }
            runs.add(new Run(text.substring(at, end), font));
            at = end;
        }
        return runs;
    }

    private static Font knowing(List<Font> fonts, int point) {
        for (var font : fonts) {
            if (font.canDisplay(point)) {
                return font;
            }
        }
        return fonts.getLast();
    }

    private List<Font> fonts(Face face) {
        var style = face.bold() ? Font.BOLD : Font.PLAIN;
        var fonts = new ArrayList<Font>();
        if (face.mono()) {
            mono().forEach(name -> fonts.add(new Font(name, style, 1).deriveFont((float) face.size())));
        }
        fonts.add(Typeface.SANS.font(face.bold(), face.size()));
        fonts.add(new Font(Font.SANS_SERIF, style, 1).deriveFont((float) face.size()));
        return List.copyOf(fonts);
    }

    /// Asked for when it is first drawn with: a server that starts has no time to look for fonts.
    private static List<String> mono() {
        var installed =
                Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
        return MONO.stream().filter(installed::contains).toList();
    }
}
