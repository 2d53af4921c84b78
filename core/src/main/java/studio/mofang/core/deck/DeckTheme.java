package studio.mofang.core.deck;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A built-in theme: its name, colours and fonts, and how its slides are decorated. Colours are six
/// hexadecimal digits; the fonts are those that Windows, macOS with Office and WPS bring along.
public record DeckTheme(String id, String name, String english, Look look, Colours colours, Fonts fonts) {
    /// The decoration of a theme's layouts.
    public enum Look {
        /// Overlapping shapes on a light ground.
        BLOCKS,
        /// A full ground of colour on covers and sections.
        SOLID,
        /// Paper, thin lines and a seal.
        PAPER
    }

    /// The twelve colours of a theme part; `dark` and `light` are text and ground, and swap where
    /// `inverted`.
    public record Colours(
            boolean inverted, String dark, String light, String dark2, String light2, List<String> accents) {
        public Colours {
            accents = List.copyOf(accents);
            if (accents.size() != 6) {
                throw new IllegalArgumentException("a theme has six accents");
            }
        }
    }

    /// One typeface for Latin letters and one for Chinese, in headings and in text.
    public record Fonts(String latinHead, String chineseHead, String latin, String chinese) {}

    public static final DeckTheme BUSINESS = new DeckTheme(
            "business",
            "商务蓝",
            "Business blue",
            Look.BLOCKS,
            new Colours(
                    false,
                    "1F2937",
                    "FFFFFF",
                    "12315C",
                    "EEF3FA",
                    List.of("1F5FBF", "38A3D1", "F2A33A", "5B7FB8", "2FA58E", "D9605A")),
            yahei());
    public static final DeckTheme INK = new DeckTheme(
            "ink",
            "墨韵",
            "Ink",
            Look.PAPER,
            new Colours(
                    false,
                    "2B2B2B",
                    "FBF8F1",
                    "3A3A38",
                    "F1EBDD",
                    List.of("B5382A", "4A5A52", "C79A4B", "7C8B82", "8C6B4F", "5C6F8A")),
            new Fonts("Georgia", "华文中宋", "Calibri", "等线"));
    public static final DeckTheme FOREST = new DeckTheme(
            "forest",
            "清新绿",
            "Forest",
            Look.BLOCKS,
            new Colours(
                    false,
                    "24332D",
                    "FFFFFF",
                    "14493B",
                    "EDF6F1",
                    List.of("1E8A6B", "7CB957", "F0B63F", "3F9FA8", "A3C46A", "E07B53")),
            dengxian());
    public static final DeckTheme SUNRISE = new DeckTheme(
            "sunrise",
            "暖阳橙",
            "Sunrise",
            Look.SOLID,
            new Colours(
                    false,
                    "3B2A24",
                    "FFFFFF",
                    "7A2E12",
                    "FFF3EA",
                    List.of("E2622B", "F5A623", "C8443C", "5E8C9A", "8FAE5B", "A86B9E")),
            yahei());
    public static final DeckTheme WINE = new DeckTheme(
            "wine",
            "绛红金",
            "Wine and gold",
            Look.SOLID,
            new Colours(
                    false,
                    "33202A",
                    "FFFFFF",
                    "5A1230",
                    "FAF1EC",
                    List.of("8E1F45", "C9A25A", "5B6C8F", "B9576B", "7E8F62", "D07F4A")),
            new Fonts("Georgia", "华文中宋", "Calibri", "等线"));
    public static final DeckTheme NIGHT = new DeckTheme(
            "night",
            "夜空",
            "Night",
            Look.BLOCKS,
            new Colours(
                    true,
                    "10162A",
                    "F4F7FF",
                    "1C2542",
                    "C9D3EE",
                    List.of("5B8CFF", "35D0BA", "FFB454", "B48CFF", "FF7A90", "7BD88F")),
            yahei());

    /// In the order in which they are offered; the first is the default.
    public static List<DeckTheme> all() {
        return List.of(BUSINESS, INK, FOREST, SUNRISE, WINE, NIGHT);
    }

    public static Optional<DeckTheme> named(String id) {
        var wanted = id.strip().toLowerCase(Locale.ROOT);
        return all().stream().filter(theme -> theme.id.equals(wanted)).findFirst();
    }

    private static Fonts yahei() {
        return new Fonts("Arial", "微软雅黑", "Arial", "微软雅黑");
    }

    private static Fonts dengxian() {
        return new Fonts("Calibri", "等线", "Calibri", "等线");
    }
}
