package studio.mofang.server.model;

import java.util.Optional;
import java.util.regex.Pattern;

/// Width and height in pixels, written `1024x1024`.
public record ImageSize(int width, int height) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})[x*×X](\\d{1,5})");
    private static final int SHORTEST_SIDE = 64;
    private static final int LONGEST_SIDE = 4096;

    /// Empty for what is no size, or one that nobody could want.
    public static Optional<ImageSize> read(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        var size = new ImageSize(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
        return size.shortest() >= SHORTEST_SIDE && size.longest() <= LONGEST_SIDE
                ? Optional.of(size)
                : Optional.empty();
    }

    public int shortest() {
        return Math.min(width, height);
    }

    public int longest() {
        return Math.max(width, height);
    }

    long pixels() {
        return (long) width * height;
    }

    double ratio() {
        return (double) width / height;
    }

    /// Whether a picture of the one can be scaled to the other without anybody seeing it.
    boolean alike(ImageSize other, double tolerance) {
        return Math.abs(ratio() / other.ratio() - 1) <= tolerance;
    }

    /// So many times larger, both sides a multiple of `step`.
    ImageSize times(double factor, int step) {
        return new ImageSize(rounded(width * factor, step), rounded(height * factor, step));
    }

    /// As DashScope writes it.
    String starred() {
        return width + "*" + height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }

    private static int rounded(double length, int step) {
        return Math.max(step, (int) Math.round(length / step) * step);
    }
}
