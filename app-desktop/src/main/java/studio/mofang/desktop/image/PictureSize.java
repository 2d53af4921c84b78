package studio.mofang.desktop.image;

/// The sizes that the platforms show covers in.
enum PictureSize {
    WECHAT("1880x800"),
    SQUARE("1080x1080"),
    XIAOHONGSHU("1080x1440"),
    DOUYIN("1080x1920"),
    TOUTIAO("1280x720");

    private final String size;

    PictureSize(String size) {
        this.size = size;
    }

    /// As the API writes it.
    String size() {
        return size;
    }

    /// The key of its name.
    String key() {
        return "image.size." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
