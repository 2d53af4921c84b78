package studio.mofang.core.content;

/// The visible mark of a picture with an AI's work in it: its words, and how large GB 45438-2025 wants them.
public final class PictureMark {
    public static final String WORDS = "AI生成";

    /// The least height of its letters, as a part of the picture's shortest side.
    public static final double LETTERS = 0.05;

    /// A Latin capital is as high as this part of its font, a Chinese character higher; both must reach the least.
    private static final double CAPITALS = 0.72;

    private PictureMark() {}

    /// The font's size for a picture of this shortest side.
    public static double fontSize(double shortestSide) {
        return shortestSide * LETTERS / CAPITALS;
    }
}
