package studio.mofang.server.publish.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.Previews.Previewed;
import studio.mofang.core.platform.Article;
import studio.mofang.core.platform.Breach;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.Platforms;
import studio.mofang.core.platform.RuleCheck;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.creation.Gallery;
import studio.mofang.server.media.MediaService;

/// Makes the platforms' forms of creations and draws the cards that go with notes.
public final class FormService {
    private static final String DECLARATION = "内容由 AI 生成";

    private final Gallery gallery;
    private final FileCheck files;
    private final NoteCards cards = new NoteCards();

    public FormService(Gallery gallery, MediaService media) {
        this.gallery = gallery;
        this.files = new FileCheck(media);
    }

    /// A creation's form with everything the platform would say against it.
    public Preview preview(long userId, Creation creation, Platform platform, Wish wish) {
        var article = Article.of(creation);
        var form = Platforms.form(platform, article, wish);
        int drawn = form instanceof Note note && note.cards() ? cards.count(article, wish) : 0;
        var breaches = new ArrayList<>(RuleCheck.breaches(form, article, drawn));
        breaches.addAll(files.breaches(userId, form));
        breaches.sort(Comparator.comparing(Breach::severity));
        return new Preview(
                platform,
                platform.title(),
                form,
                drawn,
                breaches.stream().noneMatch(Breach::refused),
                breaches,
                article.label() == null ? "" : DECLARATION);
    }

    /// The cards of a creation's note as PNG, in their order; none where the note has none.
    public List<byte[]> cards(Creation creation, Wish wish) {
        var article = Article.of(creation);
        boolean wanted = Platforms.form(Platform.XIAOHONGSHU, article, wish) instanceof Note note && note.cards();
        return wanted ? cards.all(article, wish) : List.of();
    }

    Previewed previews(long userId, long creationId, List<Platform> platforms, Map<Platform, Wish> wishes) {
        var creation = gallery.creation(userId, creationId);
        return new Previewed(
                creation.id(),
                creation.version(),
                platforms.stream()
                        .map(platform -> preview(userId, creation, platform, wishes.getOrDefault(platform, Wish.NONE)))
                        .toList());
    }

    /// Throws 404 where the deck has no card of that number.
    byte[] card(long userId, long creationId, long number, Wish wish) {
        return cards.one(Article.of(gallery.creation(userId, creationId)), wish, number);
    }
}
