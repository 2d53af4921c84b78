package studio.mofang.server.testkit;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Small pictures for tests, and what differs between two.
public final class Pictures {
    private Pictures() {}

    public static byte[] png(int width, int height) {
        return encoded(width, height, "png");
    }

    public static byte[] jpeg(int width, int height) {
        return encoded(width, height, "jpeg");
    }

    public static byte[] gif(int width, int height) {
        return encoded(width, height, "gif");
    }

    /// The head of a WebP, which says how large it is and has nothing behind it.
    public static byte[] webp(int width, int height) {
        var head = java.nio.ByteBuffer.allocate(30).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)).putInt(22);
        head.put("WEBPVP8X".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .putInt(10)
                .putInt(0);
        head.putShort((short) (width - 1)).put((byte) 0);
        head.putShort((short) (height - 1)).put((byte) 0);
        return head.array();
    }

    /// The smallest thing that is an MP4: a movie of two seconds and 720x1280 pixels without a frame.
    public static byte[] mp4() {
        var boxes = java.nio.ByteBuffer.allocate(16 + 16 + 108 + 8 + 92);
        boxes.putInt(16)
                .put("ftypisom".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .putInt(0);
        boxes.putInt(16)
                .put("mdat".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .putLong(0);
        boxes.putInt(8 + 100 + 8 + 92).put("moov".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        boxes.putInt(100).put("mvhd".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        boxes.putInt(0).putInt(0).putInt(0).putInt(1000).putInt(2000).put(new byte[72]);
        boxes.putInt(8 + 92).put("trak".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        boxes.putInt(92).put("tkhd".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        boxes.put(new byte[76]).putInt(720 << 16).putInt(1280 << 16);
        return boxes.array();
    }

    /// Where two pictures differ, such as the ink that one of them has more; empty where they do not.
    public static Rectangle difference(BufferedImage one, BufferedImage other) {
        var found = new Rectangle(-1, -1);
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    found.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return found;
    }

    private static byte[] encoded(int width, int height, String format) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
