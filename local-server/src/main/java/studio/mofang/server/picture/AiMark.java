package studio.mofang.server.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import studio.mofang.core.content.PictureMark;

/// Draws the visible mark of an AI-generated picture: in the lower right corner, on a plate of its own.
public final class AiMark {
    private AiMark() {}

    public static void draw(BufferedImage picture) {
        var pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            draw(pen, picture.getWidth(), picture.getHeight());
        } finally {
            pen.dispose();
        }
    }

    static void draw(Graphics2D pen, int width, int height) {
        double size = PictureMark.fontSize(Math.min(width, height));
        var font = Typeface.SANS.font(true, size);
        double wide = Typeface.measure(font).width(PictureMark.WORDS);
        double padding = size * 0.34;
        double margin = size * 0.5;
        double boxHeight = size * 1.36;
        double left = width - margin - wide - 2 * padding;
        double top = height - margin - boxHeight;
        pen.setColor(new Color(0, 0, 0, 120));
        pen.fill(new RoundRectangle2D.Double(left, top, wide + 2 * padding, boxHeight, size * 0.4, size * 0.4));
        pen.setColor(new Color(255, 255, 255, 240));
        pen.setFont(font);
        pen.drawString(PictureMark.WORDS, (float) (left + padding), (float) (top + boxHeight / 2 + size * 0.37));
    }
}
