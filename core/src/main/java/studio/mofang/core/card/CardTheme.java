package studio.mofang.core.card;

import java.util.List;
import java.util.Optional;

/// The colours of a deck of cards, each as `#rrggbb`.
///
/// @param key its name on the wire
/// @param name as the writer sees it
/// @param cover the ground of the title card, `coverInk` the words on it
/// @param soft the ground of code and quotes
public record CardTheme(
        String key,
        String name,
        String paper,
        String ink,
        String head,
        String quiet,
        String accent,
        String soft,
        String cover,
        String coverInk) {
    private static final List<CardTheme> ALL = List.of(
            new CardTheme(
                    "paper", "宣纸", "#fbf8f1", "#33302b", "#1f1c18", "#8f887b", "#b5532f", "#f2ecdf", "#fbf8f1",
                    "#1f1c18"),
            new CardTheme(
                    "pine", "松烟", "#f4f8f5", "#2c3a35", "#12493c", "#7f918a", "#1b7a5f", "#e4eee8", "#12493c",
                    "#f4f8f5"),
            new CardTheme(
                    "ink", "夜墨", "#17191d", "#d5d8dd", "#ffffff", "#7d838c", "#e0b25a", "#22262d", "#17191d",
                    "#ffffff"),
            new CardTheme(
                    "coral", "珊瑚", "#fff7f4", "#3d302d", "#b23a2e", "#a08a84", "#e4573d", "#fdeae4", "#e4573d",
                    "#ffffff"),
            new CardTheme(
                    "sky", "晴空", "#f5f9ff", "#2a3442", "#1c4b8f", "#8593a6", "#2f6fd0", "#e6effc", "#2f6fd0",
                    "#ffffff"));

    /// The default first.
    public static List<CardTheme> all() {
        return ALL;
    }

    public static Optional<CardTheme> find(String key) {
        return ALL.stream().filter(theme -> theme.key().equals(key)).findFirst();
    }

    public static CardTheme orDefault(String key) {
        return find(key).orElse(ALL.getFirst());
    }
}
