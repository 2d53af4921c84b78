package studio.mofang.desktop.publish;

import java.util.List;
import java.util.Locale;
import studio.mofang.core.platform.Platform;

/// What the person may change about a creation for one platform, leaving the creation as it is.
enum Field {
    TITLE,
    AUTHOR,
    DIGEST,
    TEXT,
    TAGS,
    THEME,
    COVER,
    CARDS,
    VIDEO;

    /// Those that a platform knows, in the order of its own forms.
    static List<Field> of(Platform platform) {
        return switch (platform) {
            case WECHAT -> List.of(THEME, TITLE, AUTHOR, DIGEST, COVER);
            case XIAOHONGSHU -> List.of(CARDS, THEME, TITLE, TEXT, TAGS);
            case DOUYIN, KUAISHOU -> List.of(VIDEO, TITLE, DIGEST, TAGS);
            case TOUTIAO -> List.of(TITLE, COVER);
        };
    }

    /// As rules and breaches call it.
    String rule(Platform platform) {
        boolean video = platform == Platform.DOUYIN || platform == Platform.KUAISHOU;
        return video && this == DIGEST ? "caption" : key();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
