package studio.mofang.server.picture;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Pictures as files: read with a bound on their pixels, scaled, written.
public final class PictureFile {
    private static final long MOST_PIXELS = 50_000_000;
    private static final float QUALITY = 0.92f;

    private PictureFile() {}

    /// Empty for what is no PNG, JPEG or GIF, or has too many pixels.
    public static Optional<BufferedImage> read(byte[] file) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                boolean bearable = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
                return bearable ? Optional.ofNullable(reader.read(0)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            // ImageIO's readers throw either at a broken file: it is no picture, whatever it says of itself.
            return Optional.empty();
        }
    }

    /// In steps of a half, so that no detail is skipped.
    public static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var now = picture;
        while (now.getWidth() >= width * 2 && now.getHeight() >= height * 2) {
            now = resized(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return now.getWidth() == width && now.getHeight() == height ? now : resized(now, width, height);
    }

    public static byte[] png(BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IllegalStateException("this Java writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] jpeg(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(opaque(picture), null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage opaque(BufferedImage picture) {
        return picture.getType() == BufferedImage.TYPE_INT_RGB
                ? picture
                : resized(picture, picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage resized(BufferedImage picture, int width, int height) {
        boolean clear = picture.getColorModel().hasAlpha();
        return resized(picture, width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage resized(BufferedImage picture, int width, int height, int type) {
        var target = new BufferedImage(width, height, type);
        var pen = target.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return target;
    }
}
