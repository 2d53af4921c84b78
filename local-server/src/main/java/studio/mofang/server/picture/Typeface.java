package studio.mofang.server.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.Locale;
import studio.mofang.core.content.Graphemes;
import studio.mofang.core.content.TextMeasure;

/// A font for Chinese: the first of its kind that this machine has, else whatever Java falls back on.
public enum Typeface {
    SANS(
            "SansSerif",
            "Source Han Sans SC",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "PingFang SC",
            "Microsoft YaHei",
            "HarmonyOS Sans SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "SimHei"),
    SERIF(
            "Serif",
            "Source Han Serif SC",
            "Noto Serif CJK SC",
            "Noto Serif SC",
            "Songti SC",
            "STSong",
            "SimSun",
            "AR PL UMing CN");

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final String otherwise;
    private final List<String> families;

    Typeface(String otherwise, String... families) {
        this.otherwise = otherwise;
        this.families = List.of(families);
    }

    /// `size` is the height of a Chinese character in pixels.
    public Font font(boolean bold, double size) {
        int style = bold ? Font.BOLD : Font.PLAIN;
        return families.stream()
                .map(family -> new Font(family, style, 1))
                .filter(font -> families.contains(font.getFamily(Locale.ENGLISH)))
                .findFirst()
                .orElseGet(() -> new Font(otherwise, style, 1))
                .deriveFont((float) size);
    }

    /// What of a text this font can show; the rest, such as emoji, would be drawn as boxes.
    public static String drawable(Font font, String text) {
        var kept = new StringBuilder();
        for (var grapheme : Graphemes.of(text)) {
            if (grapheme.isBlank() || font.canDisplayUpTo(grapheme) < 0) {
                kept.append(grapheme);
            }
        }
        return kept.toString();
    }

    static TextMeasure measure(Font font) {
        return text -> font.getStringBounds(text, EXACT).getWidth();
    }
}
