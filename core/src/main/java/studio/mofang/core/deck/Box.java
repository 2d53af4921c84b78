package studio.mofang.core.deck;

/// A rectangle of a slide, in points from its upper left corner.
public record Box(double x, double y, double width, double height) {
    public Box inset(double by) {
        return new Box(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by));
    }

    public double bottom() {
        return y + height;
    }

    public double right() {
        return x + width;
    }
}
