package studio.mofang.server.media;

/// What a file itself says: type, size in pixels, and for a video its length. Zero where it has none.
public record MediaFacts(MediaType type, int width, int height, long durationMillis) {
    static MediaFacts picture(MediaType type, int width, int height) {
        return new MediaFacts(type, width, height, 0);
    }
}
