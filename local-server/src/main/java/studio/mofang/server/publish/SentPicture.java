package studio.mofang.server.publish;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import studio.mofang.core.content.PictureLabel;

/// A picture as platforms take it. 公众号: JPEG or PNG, below 1 MB in a body (`uploadimg`) and 10 MB for a
/// cover (`add_material`); 快手: JPEG. Larger ones, and others, are scaled and written as JPEG;
/// the label of what an AI made goes along.
record SentPicture(byte[] bytes, String fileName, String contentType) {
    private static final int BODY_LIMIT = 1_000_000;
    private static final int COVER_LIMIT = 10_000_000;
    private static final int WIDEST = 1440;
    private static final long MOST_PIXELS = 60_000_000;
    private static final int NARROWEST = 320;

    static SentPicture forBody(byte[] picture, String name) throws PublishFailure {
        return of(picture, name, BODY_LIMIT);
    }

    static SentPicture forCover(byte[] picture, String name) throws PublishFailure {
        return of(picture, name, COVER_LIMIT);
    }

    static SentPicture jpeg(byte[] picture, String name) throws PublishFailure {
        return isJpeg(picture) && picture.length < COVER_LIMIT
                ? new SentPicture(picture, name + ".jpg", "image/jpeg")
                : new SentPicture(shrunk(picture, COVER_LIMIT), name + ".jpg", "image/jpeg");
    }

    private static SentPicture of(byte[] picture, String name, int limit) throws PublishFailure {
        if (picture.length < limit && isPng(picture)) {
            return new SentPicture(picture, name + ".png", "image/png");
        }
        if (picture.length < limit && isJpeg(picture)) {
            return new SentPicture(picture, name + ".jpg", "image/jpeg");
        }
        return new SentPicture(shrunk(picture, limit), name + ".jpg", "image/jpeg");
    }

    private static byte[] shrunk(byte[] picture, int limit) throws PublishFailure {
        var image = read(picture);
        var label = PictureLabel.read(picture);
        for (int width = Math.min(image.getWidth(), WIDEST); width >= Math.min(image.getWidth(), NARROWEST); ) {
            var plain = jpeg(scaled(image, width));
            var jpeg = label.map(its -> PictureLabel.write(plain, its)).orElse(plain);
            if (jpeg.length < limit) {
                return jpeg;
            }
            width = width * 3 / 4;
        }
        throw PublishFailure.refused("有一张图片缩小后仍超过平台的大小限制，请换一张");
    }

    private static BufferedImage read(byte[] picture) throws PublishFailure {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            var readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                return read(readers.next(), in);
            }
        } catch (IOException e) {
            throw new PublishFailure(PublishFailure.Kind.REFUSED, "有一张图片已损坏，请换一张", e);
        }
        throw PublishFailure.refused("有一张图片的格式平台不接受，请换成 JPG 或 PNG");
    }

    /// What claims too many pixels is never decoded.
    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException, PublishFailure {
        try {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw PublishFailure.refused("有一张图片的像素太多，请换一张小一些的");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage image, int width) {
        int height = Math.max(1, (int) Math.round((double) image.getHeight() * width / image.getWidth()));
        var target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = target.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return target;
    }

    private static byte[] jpeg(BufferedImage image) throws PublishFailure {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new PublishFailure(PublishFailure.Kind.REFUSED, "有一张图片无法转换，请换一张", e);
        }
        return out.toByteArray();
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length > 4 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
    }
}
