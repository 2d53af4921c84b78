package studio.mofang.server.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The language of a page that a browser opens, which knows nothing of the desktop's settings.
public enum PageLanguage {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    PageLanguage(String tag) {
        this.tag = tag;
    }

    /// Chinese unless the browser asks for another first; `accepted` is its header `Accept-Language`.
    public static PageLanguage of(@Nullable String accepted) {
        var first = accepted == null ? "" : accepted.strip().toLowerCase(Locale.ROOT);
        return first.isEmpty() || first.startsWith("zh") || first.startsWith("*") ? CHINESE : ENGLISH;
    }

    /// For the page's attribute `lang`.
    public String tag() {
        return tag;
    }

    public String choose(String chinese, String english) {
        return switch (this) {
            case CHINESE -> chinese;
            case ENGLISH -> english;
        };
    }
}
