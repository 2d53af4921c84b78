package studio.mofang.core;

/// The sizes that the platforms show covers in.
public enum CoverSize {
    WECHAT("1880x800"),
    SQUARE("1080x1080"),
    XIAOHONGSHU("1080x1440"),
    DOUYIN("1080x1920"),
    TOUTIAO("1280x720");

    private final String size;

    CoverSize(String size) {
        this.size = size;
    }

    /// As the API writes it.
    public String size() {
        return size;
    }
}
