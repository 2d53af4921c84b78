package studio.mofang.server.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.model.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first picture of a video, for where it is shown small.
public final class Poster {
    private static final Logger log = LoggerFactory.getLogger(Poster.class);

    private Poster() {}

    /// Empty where this machine cannot decode it; jcodec throws what it likes at streams it does not know.
    public static Optional<BufferedImage> of(Path video) {
        try (var channel = NIOUtils.readableChannel(video.toFile())) {
            return Optional.ofNullable(FrameGrab.createFrameGrab(channel).getNativeFrame())
                    .map(Poster::rgb);
        } catch (IOException | JCodecException | RuntimeException e) {
            log.info("No poster from {}: {}", video.getFileName(), e.toString());
            return Optional.empty();
        }
    }

    private static BufferedImage rgb(Picture planes) {
        int width = planes.getCroppedWidth();
        int height = planes.getCroppedHeight();
        int stride = planes.getPlaneWidth(0);
        int half = planes.getPlaneWidth(1);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double luma = 1.1644 * (planes.getPlaneData(0)[y * stride + x] + 112);
                double blue = planes.getPlaneData(1)[y / 2 * half + x / 2];
                double red = planes.getPlaneData(2)[y / 2 * half + x / 2];
                int rgb = sample(luma + 1.7927 * red) << 16
                        | sample(luma - 0.2132 * blue - 0.5329 * red) << 8
                        | sample(luma + 2.1124 * blue);
                picture.setRGB(x, y, rgb);
            }
        }
        return picture;
    }

    private static int sample(double level) {
        return Math.clamp(Math.round(level), 0, 255);
    }
}
