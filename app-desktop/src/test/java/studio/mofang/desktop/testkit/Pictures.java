package studio.mofang.desktop.testkit;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pictures to look at: two colours that run into each other.
public final class Pictures {
    private static final int SCALE = 4;

    private Pictures() {}

    /// A quarter as large as `size` says, such as 1080x1440.
    public static byte[] png(int seed, String size) {
        var sides = size.split("x");
        var width = Integer.parseInt(sides[0]) / SCALE;
        var height = Integer.parseInt(sides[1]) / SCALE;
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        var hue = Math.floorMod(seed, 360) / 360f;
        brush.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.55f, 0.75f), width, height, Color.getHSBColor(hue + 0.2f, 0.5f, 0.95f)));
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
