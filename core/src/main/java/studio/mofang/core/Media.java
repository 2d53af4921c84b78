package studio.mofang.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The words of the media store: pictures, videos and decks that belong to a user. A text refers to one of them as
/// `media:` and its id, which unlike its address never expires.
public interface Media {
    Pattern REFERENCE = Pattern.compile("\\bmedia:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\b");

    /// One stored file. `kind` is image, video or slides; `url` proves itself and is good until `urlExpiresAt`. Width
    /// and height are pixels, 0 where there are none; so is the duration in milliseconds.
    record Item(
            UUID id,
            String kind,
            String contentType,
            long size,
            String sha256,
            int width,
            int height,
            long durationMillis,
            String url,
            Instant urlExpiresAt,
            Instant createdAt) {}

    /// How a text refers to a stored file.
    static String reference(UUID id) {
        return "media:" + id;
    }

    /// The files that a text refers to, in order, each once.
    static List<UUID> references(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(found -> UUID.fromString(found.group(1)))
                .distinct()
                .toList();
    }

    /// The first file that a text refers to.
    static Optional<UUID> firstReference(String text) {
        return references(text).stream().findFirst();
    }
}
