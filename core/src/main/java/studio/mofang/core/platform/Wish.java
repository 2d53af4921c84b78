package studio.mofang.core.platform;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the writer wants on one platform; what is absent is made from the article.
///
/// @param digest 摘要 of an article, the words beside a video
/// @param text the whole text of a note
/// @param tags without their #
/// @param theme the key of a theme
/// @param cards whether a note shows the text as cards
/// @param cover a picture, named as in texts
/// @param video a video, named as in texts
public record Wish(
        @Nullable String title,
        @Nullable String digest,
        @Nullable String text,
        @Nullable List<String> tags,
        @Nullable String theme,
        @Nullable String author,
        @Nullable Boolean cards,
        @Nullable String cover,
        @Nullable String video) {
    public static final Wish NONE = new Wish(null, null, null, null, null, null, null, null, null);

    public Wish {
        tags = tags == null ? null : List.copyOf(tags);
    }

    /// The article under this wish's title and tags.
    public Article applied(Article article) {
        var titled = title == null ? article : article.titled(title.strip());
        return tags == null ? titled : titled.tagged(tags);
    }

    String author(String otherwise) {
        return Optional.ofNullable(author).map(String::strip).orElse(otherwise);
    }
}
