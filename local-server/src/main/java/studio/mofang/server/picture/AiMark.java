package studio.mofang.server.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import studio.mofang.core.content.PictureMark;

/// Draws the visible mark of an AI-generated picture, on a plate of its own.
public final class AiMark {
    private AiMark() {}

    /// In the lower right corner.
    public static void draw(BufferedImage picture) {
        draw(picture, corner(picture));
    }

    /// At the edge where it hides nothing, for pictures with words up to their corners.
    public static void drawAside(BufferedImage picture) {
        draw(picture, CalmPlace.in(picture, corner(picture)));
    }

    private static Rectangle2D corner(BufferedImage picture) {
        double size = size(picture);
        double width = Typeface.measure(font(size)).width(PictureMark.WORDS) + 2 * padding(size);
        double height = size * 1.36;
        double margin = size * 0.5;
        return new Rectangle2D.Double(
                picture.getWidth() - margin - width, picture.getHeight() - margin - height, width, height);
    }

    private static void draw(BufferedImage picture, Rectangle2D plate) {
        var pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            draw(pen, plate, size(picture));
        } finally {
            pen.dispose();
        }
    }

    private static void draw(Graphics2D pen, Rectangle2D plate, double size) {
        double round = size * 0.4;
        pen.setColor(new Color(0, 0, 0, 120));
        pen.fill(new RoundRectangle2D.Double(
                plate.getX(), plate.getY(), plate.getWidth(), plate.getHeight(), round, round));
        pen.setColor(new Color(255, 255, 255, 240));
        pen.setFont(font(size));
        pen.drawString(
                PictureMark.WORDS, (float) (plate.getX() + padding(size)), (float) (plate.getCenterY() + size * 0.37));
    }

    private static double size(BufferedImage picture) {
        return PictureMark.fontSize(Math.min(picture.getWidth(), picture.getHeight()));
    }

    private static Font font(double size) {
        return Typeface.SANS.font(true, size);
    }

    private static double padding(double size) {
        return size * 0.34;
    }
}
