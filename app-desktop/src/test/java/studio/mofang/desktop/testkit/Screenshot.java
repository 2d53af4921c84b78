package studio.mofang.desktop.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// What a window showed, as a file to look at.
public final class Screenshot {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshot() {}

    public static BufferedImage of(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    public static void save(Image picture, String name) {
        save(of(picture), name);
    }

    public static void save(BufferedImage picture, String name) {
        try {
            ImageIO.write(
                    picture,
                    "png",
                    Files.createDirectories(FOLDER).resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("no picture " + name, e);
        }
    }
}
