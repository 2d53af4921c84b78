package studio.mofang.packaging;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/// The studio's sign: a cinnabar seal, and in it the drop of ink it is stamped with.
final class IconDrawing {
    private static final Color CINNABAR = new Color(0xD8, 0x3A, 0x2E);
    private static final Color CINNABAR_SHADE = new Color(0xA8, 0x1F, 0x20);
    private static final Color PAPER = new Color(0xFF, 0xF8, 0xEC);
    private static final Color INK = new Color(0x1C, 0x1B, 0x22);
    /// All shapes are drawn in a square of this side and scaled.
    private static final double SIDE = 512;

    private IconDrawing() {}

    static BufferedImage ofSize(int pixels) {
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(pixels / SIDE, pixels / SIDE);
        seal(pen, pixels >= 48);
        drop(pen);
        pen.dispose();
        return image;
    }

    private static void seal(Graphics2D pen, boolean framed) {
        pen.setPaint(new GradientPaint(0, 24, CINNABAR, 0, 488, CINNABAR_SHADE));
        pen.fill(new RoundRectangle2D.Double(20, 20, 472, 472, 116, 116));
        if (framed) {
            pen.setPaint(PAPER);
            pen.setStroke(new BasicStroke(9));
            pen.draw(new RoundRectangle2D.Double(50, 50, 412, 412, 76, 76));
        }
    }

    private static void drop(Graphics2D pen) {
        var drop = new Area(dropShape());
        pen.setPaint(PAPER);
        pen.fill(drop);
        var ink = new Area(wave());
        ink.intersect(drop);
        pen.setPaint(INK);
        pen.fill(ink);
    }

    private static Shape dropShape() {
        var path = new Path2D.Double();
        path.moveTo(256, 86);
        path.curveTo(284, 150, 378, 226, 378, 310);
        path.curveTo(378, 380, 324, 428, 256, 428);
        path.curveTo(188, 428, 134, 380, 134, 310);
        path.curveTo(134, 226, 228, 150, 256, 86);
        path.closePath();
        return path;
    }

    private static Shape wave() {
        var path = new Path2D.Double();
        path.moveTo(100, 320);
        path.curveTo(170, 250, 226, 268, 268, 306);
        path.curveTo(308, 342, 352, 330, 412, 268);
        path.lineTo(412, 460);
        path.lineTo(100, 460);
        path.closePath();
        return path;
    }
}
