package studio.mofang.server.publish;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// A cover drawn from the title, for an article that has no picture: 公众号 takes none without. 900 × 383
/// pixels, the ratio 2.35 : 1 of its lists.
final class CoverCard {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 383;
    private static final int MARGIN = 72;
    private static final int LARGEST_FONT = 60;
    private static final int SMALLEST_FONT = 30;
    private static final int MOST_LINES = 3;
    private static final Color TOP = new Color(0x1f3a5f);
    private static final Color BOTTOM = new Color(0x2f6f8f);

    private CoverCard() {}

    /// A PNG.
    static byte[] drawn(String title) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, TOP, WIDTH, HEIGHT, BOTTOM));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.WHITE);
        write(graphics, title.isBlank() ? "未命名" : title.strip());
        graphics.dispose();
        return png(image);
    }

    private static void write(Graphics2D graphics, String title) {
        var lines = List.of(title);
        for (int size = LARGEST_FONT; size >= SMALLEST_FONT; size -= 6) {
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
            lines = lines(graphics, title);
            if (lines.size() <= MOST_LINES) {
                break;
            }
        }
        int height = graphics.getFontMetrics().getHeight();
        int top = (HEIGHT - height * Math.min(lines.size(), MOST_LINES)) / 2
                + graphics.getFontMetrics().getAscent();
        for (int line = 0; line < Math.min(lines.size(), MOST_LINES); line++) {
            graphics.drawString(lines.get(line), MARGIN, top + line * height);
        }
    }

    private static List<String> lines(Graphics2D graphics, String title) {
        var metrics = graphics.getFontMetrics();
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int point : title.codePoints().toArray()) {
            if (metrics.stringWidth(line + Character.toString(point)) > WIDTH - 2 * MARGIN) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.appendCodePoint(point);
        }
        lines.add(line.toString());
        return lines;
    }

    private static byte[] png(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a picture into memory", e);
        }
        return out.toByteArray();
    }
}
