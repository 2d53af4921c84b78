package studio.mofang.core.platform;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.platform.PlatformForm.Headline;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.PlatformForm.VideoPost;
import studio.mofang.core.platform.PlatformForm.WechatArticle;
import studio.mofang.core.platform.html.ArticleHtml;
import studio.mofang.core.platform.html.Theme;

/// Makes a platform's form of an article. Nothing is cut to fit but what the studio makes up itself (a default digest,
/// a note's text where cards carry the whole); whatever the writer gave is kept, and the rules say what is too long.
public final class Platforms {
    /// What 公众号 itself takes when no digest is given (draft/add).
    private static final int DEFAULT_DIGEST = 54;

    private static final int CAPTION_DIGEST = 120;

    private Platforms() {}

    public static PlatformForm form(Platform platform, Article article, Wish wish) {
        var wanted = wish.applied(article);
        return switch (platform) {
            case WECHAT -> wechat(wanted, wish);
            case XIAOHONGSHU -> note(wanted, wish);
            case DOUYIN, KUAISHOU -> video(platform, wanted, wish);
            case TOUTIAO -> headline(wanted, wish);
        };
    }

    private static WechatArticle wechat(Article article, Wish wish) {
        var theme = Optional.ofNullable(wish.theme())
                .flatMap(Theme::find)
                .orElse(Theme.all().getFirst());
        var html = ArticleHtml.of(article.body(), article.label() != null, theme);
        var pictures = ArticleHtml.pictures(html);
        return new WechatArticle(
                article.title(),
                wish.author(""),
                Optional.ofNullable(wish.digest()).map(String::strip).orElseGet(() -> digest(article, DEFAULT_DIGEST)),
                html,
                theme.key(),
                pictures,
                Optional.ofNullable(wish.cover())
                        .orElse(pictures.stream().findFirst().orElse(null)),
                aigc(article));
    }

    private static Headline headline(Article article, Wish wish) {
        var html = ArticleHtml.of(article.body(), article.label() != null, Theme.bare());
        var pictures = ArticleHtml.pictures(html);
        return new Headline(
                article.title(),
                html,
                pictures,
                Optional.ofNullable(wish.cover())
                        .orElse(pictures.stream().findFirst().orElse(null)),
                aigc(article));
    }

    private static Note note(Article article, Wish wish) {
        var pictures = ArticleHtml.pictures(ArticleHtml.of(article.body(), false, Theme.bare()));
        var first = Optional.ofNullable(wish.cover()).stream();
        var all = Stream.concat(first, pictures.stream()).distinct().toList();
        var text = NoteText.of(article, wish);
        return new Note(
                article.title(),
                text.words(),
                Topics.of(article.tags()),
                Optional.ofNullable(wish.cards()).orElse(text.abridged() || all.isEmpty()),
                text.abridged(),
                Optional.ofNullable(wish.theme()).orElse(""),
                all,
                aigc(article));
    }

    private static VideoPost video(Platform platform, Article article, Wish wish) {
        var parts = new ArrayList<String>();
        var words =
                Optional.ofNullable(wish.digest()).map(String::strip).orElseGet(() -> digest(article, CAPTION_DIGEST));
        if (!platform.hasTitle() && !VideoPost.begins(words, article.title())) {
            parts.add(article.title());
        }
        parts.add(words);
        if (article.label() != null) {
            parts.add(AiLabel.VISIBLE);
        }
        var tags = Topics.of(article.tags());
        parts.add(Topics.line(tags));
        parts.removeIf(String::isBlank);
        var video = Optional.ofNullable(wish.video()).or(() -> Optional.ofNullable(article.video()));
        var cover = Optional.ofNullable(wish.cover()).or(() -> poster(article, video));
        return new VideoPost(
                platform,
                article.title(),
                String.join("\n", parts),
                tags,
                cover.orElse(null),
                video.orElse(null),
                aigc(article));
    }

    /// The picture that stands before the creation's own video; another video has another face.
    private static Optional<String> poster(Article article, Optional<String> video) {
        return video.filter(chosen -> chosen.equals(article.video()))
                .flatMap(_ -> ArticleHtml.pictures(ArticleHtml.of(article.body(), false, Theme.bare())).stream()
                        .findFirst());
    }

    /// The first words below the headings, to the end of a sentence where one ends in the second half of what fits.
    static String digest(Article article, int most) {
        var text = PlainBlocks.of(article.document()).stream()
                .filter(block -> !block.startsWith("【"))
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        var cut = text.substring(0, text.offsetByCodePoints(0, most));
        for (var at = cut.length() - 1; at >= cut.length() / 2; at--) {
            if ("。！？!?；".indexOf(cut.charAt(at)) >= 0) {
                return cut.substring(0, at + 1);
            }
        }
        return cut;
    }

    private static String aigc(Article article) {
        return article.label() == null ? "" : article.label().json();
    }
}
