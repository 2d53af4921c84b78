package studio.mofang.server.media;

import java.util.Optional;

/// Reads the pixel size out of a picture's header, without decoding it: what claims too many pixels is never opened.
/// Sources: the PNG specification 11.2.2, ITU-T T.81 B.2.2, the GIF89a specification 18, Google's WebP container
/// specification.
final class PictureHeader {
    private final byte[] bytes;

    private PictureHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Empty where the header is cut or broken.
    static Optional<MediaFacts> read(MediaType type, byte[] head) {
        try {
            var facts = new PictureHeader(head).facts(type);
            return facts.width() > 0 && facts.height() > 0 ? Optional.of(facts) : Optional.empty();
        } catch (IndexOutOfBoundsException _) {
            // Shorter than what it says of itself.
            return Optional.empty();
        }
    }

    private MediaFacts facts(MediaType type) {
        return switch (type) {
            case PNG -> MediaFacts.picture(type, big(16, 4), big(20, 4));
            case GIF -> MediaFacts.picture(type, little(6, 2), little(8, 2));
            case WEBP -> webp();
            case JPEG -> jpeg();
            case MP4, PPTX -> throw new IllegalArgumentException(type + " is no picture");
        };
    }

    private MediaFacts webp() {
        return switch (bytes[15]) {
            case ' ' -> MediaFacts.picture(MediaType.WEBP, little(26, 2) & 0x3fff, little(28, 2) & 0x3fff);
            case 'L' -> {
                int bits = little(21, 4);
                yield MediaFacts.picture(MediaType.WEBP, (bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
            }
            default -> MediaFacts.picture(MediaType.WEBP, little(24, 3) + 1, little(27, 3) + 1);
        };
    }

    /// The first frame header; segments before it are skipped by their length.
    private MediaFacts jpeg() {
        int at = 2;
        while (true) {
            int marker = big(at, 2);
            boolean frame = marker >= 0xffc0 && marker <= 0xffcf;
            if (frame && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc) {
                return MediaFacts.picture(MediaType.JPEG, big(at + 7, 2), big(at + 5, 2));
            }
            int length = big(at + 2, 2);
            if (marker < 0xff01 || length < 2) {
                return MediaFacts.picture(MediaType.JPEG, 0, 0);
            }
            at += 2 + length;
        }
    }

    private int big(int at, int length) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | bytes[at + i] & 0xff;
        }
        return number;
    }

    private int little(int at, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | bytes[at + i] & 0xff;
        }
        return number;
    }
}
