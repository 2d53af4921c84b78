package studio.mofang.core.card;

import java.util.List;

/// One card, ready to be drawn: its boxes, and its words over them. Lengths are pixels from the upper left corner.
///
/// @param cover the title card, which has a ground of its own
public record CardPage(boolean cover, List<Box> boxes, List<Words> words) {
    public static final int WIDTH = 1242;
    public static final int HEIGHT = 1660;

    public CardPage {
        boxes = List.copyOf(boxes);
        words = List.copyOf(words);
    }

    /// Which of the theme's colours.
    public enum Ink {
        TEXT,
        HEAD,
        QUIET,
        ACCENT,
        SOFT,
        COVER
    }

    /// A filled rectangle; `radius` rounds its corners.
    public record Box(double x, double y, double width, double height, double radius, Ink ink) {
        Box lower(double by) {
            return new Box(x, y + by, width, height, radius, ink);
        }
    }

    /// A line of words. `spread` is the extra space after every character, so that full lines end at the same edge.
    public record Words(String text, Face face, double x, double baseline, double spread, Ink ink) {
        Words lower(double by) {
            return new Words(text, face, x, baseline + by, spread, ink);
        }
    }
}
