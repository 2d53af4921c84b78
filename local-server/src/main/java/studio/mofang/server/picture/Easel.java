package studio.mofang.server.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.Random;

/// A picture being drawn: its size, its pen and its colours. `chance` makes two texts look different and the
/// same text always alike.
record Easel(BufferedImage picture, Graphics2D pen, Palette palette, Random chance) implements AutoCloseable {
    static Easel of(int width, int height, Palette palette, long seed) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return new Easel(picture, pen, palette, new Random(seed));
    }

    int width() {
        return picture.getWidth();
    }

    int height() {
        return picture.getHeight();
    }

    /// The shorter side: sizes are parts of it.
    double unit() {
        return Math.min(width(), height());
    }

    boolean wide() {
        return width() > height() * 1.25;
    }

    void ground(Color from, Color to) {
        pen.setPaint(new GradientPaint(0, 0, from, width() * 0.3f, height(), to));
        pen.fillRect(0, 0, width(), height());
    }

    void fill(Shape shape, Color color) {
        pen.setColor(color);
        pen.fill(shape);
    }

    @Override
    public void close() {
        pen.dispose();
    }
}
