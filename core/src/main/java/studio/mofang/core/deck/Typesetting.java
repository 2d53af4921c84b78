package studio.mofang.core.deck;

import java.util.List;
import java.util.OptionalInt;

/// How much room text takes, without any font at hand: widths are those of the wider of the common fonts,
/// and a line is as high as in the highest of them (Noto Sans CJK; 微软雅黑 and 等线 are lower), so that what
/// fits here fits anywhere.
public final class Typesetting {
    /// The distance of two lines, in letters' size.
    public static final double LINE = 1.45;
    /// How far each level is set in, in points.
    public static final double INDENT = 20;
    /// The space before a point of each level, in letters' size.
    private static final double[] BEFORE = {0.5, 0.25, 0.15};
    /// How large the letters of each level are.
    private static final double[] SCALE = {1, 0.86, 0.78};
    /// Closing marks may not begin a line, so that a line may take one character less than would fit.
    private static final double SPARE = 0.5;

    /// How much of the free height is given to the space between points.
    private static final double SPREAD = 0.6;

    private Typesetting() {}

    /// The letters' size of a level where level 0 has `size`, in whole points.
    public static int size(int size, int level) {
        return (int) Math.round(size * SCALE[level]);
    }

    /// The space before a point, in points, where level 0 has letters of `size`.
    public static double before(int size, int level) {
        return size * BEFORE[level];
    }

    /// The width in points.
    public static double width(String text, double size) {
        return text.codePoints().mapToDouble(Typesetting::ems).sum() * size;
    }

    /// How many lines a text takes in a width, words kept whole where they can be.
    public static int lines(String text, double size, double width) {
        int lines = 0;
        for (var paragraph : text.split("\\R", -1)) {
            lines += wrapped(paragraph, Math.max(1, width / size - SPARE));
        }
        return lines;
    }

    public static double height(String text, double size, double width) {
        return lines(text, size, width) * size * LINE;
    }

    /// The height of points one below the other.
    public static double height(List<Bullet> bullets, int size, double width) {
        double height = 0;
        for (var bullet : bullets) {
            double room = width - INDENT * (bullet.level() + 1);
            height += before(size, bullet.level()) + height(bullet.text(), size(size, bullet.level()), room);
        }
        return height;
    }

    /// The largest size at which a text fits its place; empty where it does not even at the smallest.
    public static OptionalInt fitting(String text, Place place) {
        for (int size = place.largest(); size >= place.smallest(); size--) {
            if (height(text, size, place.box().width()) <= place.box().height()) {
                return OptionalInt.of(size);
            }
        }
        return OptionalInt.empty();
    }

    /// The same for points.
    public static OptionalInt fitting(List<Bullet> bullets, Place place) {
        for (int size = place.largest(); size >= place.smallest(); size--) {
            if (height(bullets, size, place.box().width()) <= place.box().height()) {
                return OptionalInt.of(size);
            }
        }
        return OptionalInt.empty();
    }

    /// What each outermost point may stand further from the one before, so that few points do not huddle at
    /// the top.
    public static double slack(List<Bullet> bullets, int size, Box box) {
        long points = bullets.stream().filter(bullet -> bullet.level() == 0).count();
        double free = box.height() - height(bullets, size, box.width());
        return points == 0 ? 0 : Math.clamp(free * SPREAD / points, 0, size);
    }

    private static int wrapped(String paragraph, double ems) {
        int lines = 1;
        double used = 0;
        double word = 0;
        for (int i = 0; i < paragraph.length(); ) {
            int character = paragraph.codePointAt(i);
            i += Character.charCount(character);
            double wide = ems(character);
            boolean joins = character < 0x2E80 && !Character.isWhitespace(character);
            word = joins ? word + wide : 0;
            if (used + wide > ems) {
                lines++;
                used = joins && word <= ems ? word : wide;
            } else {
                used += wide;
            }
        }
        return lines;
    }

    /// The width of a character in its size.
    private static double ems(int character) {
        if (character >= 0x2E80 || character == '“' || character == '”' || character == '—' || character == '…') {
            return 1;
        }
        if (character >= 'A' && character <= 'Z') {
            return character == 'M' || character == 'W' ? 0.95 : 0.72;
        }
        return switch (character) {
            case 'i', 'j', 'l', 't', 'f', 'r', ' ', '.', ',', ':', ';', '\'', '|', '!', '(', ')', '[', ']' -> 0.4;
            case 'm', 'w', '%', '@' -> 0.95;
            default -> 0.62;
        };
    }
}
