package studio.mofang.core.deck;

/// A rectangle of a slide, in points from its upper left corner.
public record Box(double x, double y, double width, double height) {
    public Box inset(double by) {
        return new Box(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by));
    }

    /// The largest box within this one for a picture of so many pixels, in the middle; a pixel is a point at most.
    public Box holding(int pixelsWide, int pixelsHigh) {
        double scale = Math.min(1, Math.min(width / pixelsWide, height / pixelsHigh));
        double wide = pixelsWide * scale;
        double high = pixelsHigh * scale;
        return new Box(x + (width - wide) / 2, y + (height - high) / 2, wide, high);
    }

    public double bottom() {
        return y + height;
    }

    public double right() {
        return x + width;
    }
}
