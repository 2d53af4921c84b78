package studio.mofang.server.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Fault;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.platform.Breach;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.PlatformForm;
import studio.mofang.core.platform.PlatformForm.Headline;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.PlatformForm.VideoPost;
import studio.mofang.core.platform.PlatformForm.WechatArticle;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.media.MediaKind;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.publish.form.FormService;
import studio.mofang.server.web.Problem;

/// Freezes what is published of a creation on each platform: its form as the preview shows it, and the
/// cards drawn for it as files.
final class Packs {
    private final FormService forms;
    private final MediaService media;

    Packs(FormService forms, MediaService media) {
        this.forms = forms;
        this.media = media;
    }

    /// `cards` are prepared in the media store; whoever keeps the pack keeps them.
    record Frozen(Platform platform, Pack pack, List<StoredMedia> cards) {}

    /// Throws 40009 with every breach by its platform where one of them would be refused. Outside of any
    /// transaction.
    List<Frozen> of(long userId, Creation creation, List<Platform> platforms, Map<Platform, Wish> wishes) {
        refuseBreaches(userId, creation, platforms, wishes);
        return platforms.stream()
                .map(platform -> frozen(userId, creation, platform, wishes.getOrDefault(platform, Wish.NONE)))
                .toList();
    }

    private void refuseBreaches(long userId, Creation creation, List<Platform> platforms, Map<Platform, Wish> wishes) {
        var refused = new LinkedHashMap<String, List<Breach>>();
        for (var platform : platforms) {
            var preview = forms.preview(userId, creation, platform, wishes.getOrDefault(platform, Wish.NONE));
            if (!preview.ready()) {
                refused.put(platform.code(), preview.breaches());
            }
        }
        if (!refused.isEmpty()) {
            var first = refused.values().iterator().next().getFirst();
            throw Problem.with(Fault.PUBLISH_FAILED, first.message(), Map.of("breaches", refused));
        }
    }

    private Frozen frozen(long userId, Creation creation, Platform platform, Wish wish) {
        var form = forms.preview(userId, creation, platform, wish).form();
        var cards = platform == Platform.XIAOHONGSHU ? cards(userId, creation, wish) : List.<StoredMedia>of();
        return new Frozen(platform, pack(form, cards), cards);
    }

    private List<StoredMedia> cards(long userId, Creation creation, Wish wish) {
        var cards = new ArrayList<StoredMedia>();
        for (var card : forms.cards(creation, wish)) {
            cards.add(media.prepare(userId, card, MediaKind.IMAGE));
        }
        return cards;
    }

    private static Pack pack(PlatformForm form, List<StoredMedia> cards) {
        return switch (form) {
            case WechatArticle article ->
                page(article, article.author(), article.digest(), article.html(), article.cover());
            case Headline headline -> page(headline, "", "", headline.html(), headline.cover());
            case Note note -> note(note, cards);
            case VideoPost post ->
                words(post, post.caption(), post.tags(), post.pictures(), post.cover(), post.video());
        };
    }

    private static Pack note(Note note, List<StoredMedia> cards) {
        var drawn = cards.stream().map(StoredMedia::reference);
        var pictures = Stream.concat(drawn, note.pictures().stream()).toList();
        return words(
                note,
                note.text(),
                note.tags(),
                pictures,
                pictures.stream().findFirst().orElse(null),
                null);
    }

    private static Pack page(PlatformForm form, String author, String digest, String html, @Nullable String cover) {
        var platform = form.platform().code();
        var pictures = form.pictures();
        return new Pack(platform, form.title(), author, digest, Pack.HTML, html, List.of(), pictures, cover, null);
    }

    private static Pack words(
            PlatformForm form,
            String text,
            List<String> tags,
            List<String> pictures,
            @Nullable String cover,
            @Nullable String video) {
        var platform = form.platform().code();
        return new Pack(platform, form.title(), "", "", Pack.TEXT, text, tags, pictures, cover, video);
    }
}
