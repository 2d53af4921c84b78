package studio.mofang.server.media;

import java.time.Instant;
import java.util.UUID;
import studio.mofang.core.Media;

/// A file in the store and whose it is.
public record StoredMedia(long userId, UUID id, MediaFacts facts, long size, String sha256, Instant createdAt) {
    public MediaType type() {
        return facts.type();
    }

    public MediaKind kind() {
        return facts.type().kind();
    }

    /// How a text of the user's refers to it.
    public String reference() {
        return Media.reference(id);
    }

    Media.Item wire(String url, Instant until) {
        return new Media.Item(
                id,
                kind().word(),
                type().contentType(),
                size,
                sha256,
                facts.width(),
                facts.height(),
                facts.durationMillis(),
                url,
                until,
                createdAt);
    }
}
