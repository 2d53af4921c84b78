package studio.mofang.core;

import java.util.Collection;
import java.util.Optional;

/// The sizes that the platforms show covers in.
public enum CoverSize {
    WECHAT("1880x800"),
    SQUARE("1080x1080"),
    XIAOHONGSHU("1080x1440"),
    DOUYIN("1080x1920"),
    TOUTIAO("1280x720");

    /// Nobody sees so small a difference between two ratios of width to height.
    public static final double ALIKE = 0.04;

    private final String size;

    CoverSize(String size) {
        this.size = size;
    }

    /// As the API writes it.
    public String size() {
        return size;
    }

    /// Which of these sizes has its shape: itself, or what a model draws instead.
    public Optional<String> among(Collection<String> sizes) {
        return sizes.stream()
                .filter(one -> Math.abs(ratio(one) / ratio(size) - 1) <= ALIKE)
                .findFirst();
    }

    private static double ratio(String size) {
        var sides = size.split("x", 2);
        return Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
    }
}
