package studio.mofang.server.media;

import java.util.Arrays;
import java.util.Optional;

/// The formats that are kept and served, told by their first bytes and never by a name or a header.
public enum MediaType {
    PNG("image/png", MediaKind.IMAGE),
    JPEG("image/jpeg", MediaKind.IMAGE),
    GIF("image/gif", MediaKind.IMAGE),
    WEBP("image/webp", MediaKind.IMAGE),
    MP4("video/mp4", MediaKind.VIDEO),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", MediaKind.SLIDES);

    private final String contentType;
    private final MediaKind kind;

    MediaType(String contentType, MediaKind kind) {
        this.contentType = contentType;
        this.kind = kind;
    }

    public String contentType() {
        return contentType;
    }

    public MediaKind kind() {
        return kind;
    }

    /// The end of a file's name, without the dot.
    public String extension() {
        return this == JPEG ? "jpg" : name().toLowerCase(java.util.Locale.ROOT);
    }

    static MediaType named(String contentType) {
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(contentType))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no media of type " + contentType));
    }

    /// The type that a file beginning like this claims to be; a zip still has to prove that it is a deck.
    static Optional<MediaType> beginning(byte[] head) {
        if (at(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(PNG);
        }
        if (at(head, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (at(head, 0, 'G', 'I', 'F', '8', '7', 'a') || at(head, 0, 'G', 'I', 'F', '8', '9', 'a')) {
            return Optional.of(GIF);
        }
        if (at(head, 0, 'R', 'I', 'F', 'F') && at(head, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (at(head, 4, 'f', 't', 'y', 'p') && !at(head, 8, 'h', 'e', 'i', 'c') && !at(head, 8, 'a', 'v', 'i', 'f')) {
            return Optional.of(MP4);
        }
        return at(head, 0, 'P', 'K', 3, 4) ? Optional.of(PPTX) : Optional.empty();
    }

    private static boolean at(byte[] head, int offset, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (offset + i >= head.length || (head[offset + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
