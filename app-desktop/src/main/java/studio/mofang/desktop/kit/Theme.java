package studio.mofang.desktop.kit;

import java.util.Locale;

/// Which look the person wants.
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /// As it is kept in the preferences and named in the messages.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Theme of(String tag) {
        for (var theme : values()) {
            if (theme.tag().equals(tag)) {
                return theme;
            }
        }
        return SYSTEM;
    }
}
