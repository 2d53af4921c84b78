package studio.mofang.server.card;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import studio.mofang.core.card.CardPage;
import studio.mofang.core.card.CardPage.Box;
import studio.mofang.core.card.CardPage.Ink;
import studio.mofang.core.card.CardPage.Words;
import studio.mofang.core.card.CardTheme;
import studio.mofang.core.content.Graphemes;

/// Draws laid-out cards as PNG.
public final class CardPainter {
    private final Fonts fonts;

    public CardPainter(Fonts fonts) {
        this.fonts = fonts;
    }

    public byte[] png(CardPage page, CardTheme theme) {
        var image = new BufferedImage(CardPage.WIDTH, CardPage.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(Color.decode(page.cover() ? theme.cover() : theme.paper()));
        graphics.fillRect(0, 0, CardPage.WIDTH, CardPage.HEIGHT);
        page.boxes().forEach(box -> fill(graphics, box, theme));
        page.words().forEach(words -> write(graphics, words, theme));
        graphics.dispose();
        return written(image);
    }

    private static void fill(Graphics2D graphics, Box box, CardTheme theme) {
        graphics.setColor(colour(box.ink(), theme));
        graphics.fill(new RoundRectangle2D.Double(
                box.x(), box.y(), box.width(), box.height(), box.radius() * 2, box.radius() * 2));
    }

    private void write(Graphics2D graphics, Words words, CardTheme theme) {
        graphics.setColor(colour(words.ink(), theme));
        var x = words.x();
        for (var run : fonts.runs(words.text(), words.face())) {
            graphics.setFont(run.font());
            if (words.spread() == 0) {
                graphics.drawString(run.text(), (float) x, (float) words.baseline());
                x += run.width();
            } else {
                x = writeApart(graphics, run, x, words);
            }
        }
    }

    private static double writeApart(Graphics2D graphics, Fonts.Run run, double from, Words words) {
        var x = from;
        for (var grapheme : Graphemes.of(run.text())) {
            graphics.drawString(grapheme, (float) x, (float) words.baseline());
            x += new Fonts.Run(grapheme, run.font()).width() + words.spread();
        }
        return x;
    }

    private static Color colour(Ink ink, CardTheme theme) {
        return Color.decode(
                switch (ink) {
                    case TEXT -> theme.ink();
                    case HEAD -> theme.head();
                    case QUIET -> theme.quiet();
                    case ACCENT -> theme.accent();
                    case SOFT -> theme.soft();
                    case COVER -> theme.coverInk();
                });
    }

    private static byte[] written(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a PNG into memory", e);
        }
        return bytes.toByteArray();
    }
}
