package studio.mofang.server.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Tells what a file is by what is in it. Empty for whatever is no picture, video or deck, and for pictures that would
/// take up a machine's memory once opened.
final class MediaProbe {
    private static final int HEAD = 512 * 1024;
    private static final long MOST_PIXELS = 50_000_000;
    private static final int LONGEST_SIDE = 20_000;

    private MediaProbe() {}

    static Optional<MediaFacts> of(Path file) throws IOException {
        var head = head(file);
        var type = MediaType.beginning(head);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return switch (type.get()) {
            case PNG, JPEG, GIF, WEBP -> PictureHeader.read(type.get(), head).filter(MediaProbe::bearable);
            case MP4 -> Mp4Header.read(file);
            case PPTX ->
                DeckHeader.isDeck(file) ? Optional.of(new MediaFacts(MediaType.PPTX, 0, 0, 0)) : Optional.empty();
        };
    }

    private static boolean bearable(MediaFacts facts) {
        return (long) facts.width() * facts.height() <= MOST_PIXELS
                && Math.max(facts.width(), facts.height()) <= LONGEST_SIDE;
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }
}
