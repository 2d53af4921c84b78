package studio.mofang.server.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.containers.mp4.muxer.MP4Muxer;
import studio.mofang.server.picture.CaptionCard;

/// A captioned slideshow from a script: a title card, then the captions one after the other, silent, as an
/// MP4 that any player and platform knows. `marked` puts the AI mark on the opening card.
public record SlideFilm(FilmScript script, Duration length, int width, int height, boolean marked) {
    /// Writes the video. `progress` hears the part that is done, from 0 to 1; `stopped` ends the work early,
    /// and then the file is not whole.
    public void write(Path target, DoubleConsumer progress, BooleanSupplier stopped) throws IOException {
        var timing = Timing.of(script.captions(), length);
        var card = new CaptionCard(script.title(), width, height);
        try (var channel = NIOUtils.writableChannel(target.toFile())) {
            var muxer = MP4Muxer.createMP4MuxerToChannel(channel);
            var encoder = new StillEncoder(muxer, width, height);
            encoder.show(card.title(marked), timing.titleFrames());
            int slides = timing.slots().size();
            for (int slide = 0; slide < slides && !stopped.getAsBoolean(); slide++) {
                progress.accept((slide + 1.0) / (slides + 1));
                var slot = timing.slots().get(slide);
                encoder.show(card.caption(slot.caption(), (slide + 1.0) / slides), slot.frames());
            }
            muxer.finish();
        }
        progress.accept(1);
    }

    /// The opening card, for where a video is shown small.
    public BufferedImage poster() {
        return new CaptionCard(script.title(), width, height).title(marked);
    }

    /// The time in which a script can be read at ease.
    public static Duration natural(FilmScript script) {
        return Timing.natural(script.captions());
    }
}
