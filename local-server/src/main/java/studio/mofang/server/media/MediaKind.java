package studio.mofang.server.media;

import java.util.Locale;

/// What sort of thing a stored file is, and how large one may be.
public enum MediaKind {
    IMAGE("图片", 20),
    VIDEO("视频", 500),
    SLIDES("演示文稿", 100);

    private static final long MIB = 1024 * 1024;

    private final String name;
    private final int mebibytes;

    MediaKind(String name, int mebibytes) {
        this.name = name;
        this.mebibytes = mebibytes;
    }

    /// As the API writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As a person reads it.
    public String label() {
        return name;
    }

    public long largest() {
        return mebibytes * MIB;
    }
}
