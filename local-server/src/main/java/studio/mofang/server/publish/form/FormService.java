package studio.mofang.server.publish.form;

import java.util.List;
import java.util.Map;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Fault;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.Previews.Previewed;
import studio.mofang.core.card.CardDeck;
import studio.mofang.core.card.CardPage;
import studio.mofang.core.card.CardTheme;
import studio.mofang.core.platform.Article;
import studio.mofang.core.platform.Breach;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.PlatformForm;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.Platforms;
import studio.mofang.core.platform.RuleCheck;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.card.CardPainter;
import studio.mofang.server.card.Fonts;
import studio.mofang.server.creation.Gallery;
import studio.mofang.server.web.Problem;

/// Makes the platforms' forms of creations and draws the cards that go with notes.
public final class FormService {
    private static final String DECLARATION = "内容由 AI 生成";

    private final Gallery gallery;
    private final Fonts fonts = new Fonts();
    private final CardPainter painter = new CardPainter(fonts);

    public FormService(Gallery gallery) {
        this.gallery = gallery;
    }

    /// A creation's form with everything the platform would say against it.
    public Preview preview(Creation creation, Platform platform, Wish wish) {
        var article = Article.of(creation);
        var form = Platforms.form(platform, article, wish);
        var cards = cards(form, article, wish);
        var breaches = RuleCheck.breaches(form, article, cards);
        return new Preview(
                platform,
                platform.title(),
                form,
                cards,
                breaches.stream().noneMatch(Breach::refused),
                breaches,
                article.label() == null ? "" : DECLARATION);
    }

    /// The cards of a creation's note as PNG, in their order; none where the note has none.
    public List<byte[]> cards(Creation creation, Wish wish) {
        var article = Article.of(creation);
        if (!(Platforms.form(Platform.XIAOHONGSHU, article, wish) instanceof Note note) || !note.cards()) {
            return List.of();
        }
        return deck(article, wish).stream()
                .limit(CardDeck.MOST)
                .map(page -> png(page, article, wish))
                .toList();
    }

    Previewed previews(long userId, long creationId, List<Platform> platforms, Map<Platform, Wish> wishes) {
        var creation = gallery.creation(userId, creationId);
        return new Previewed(
                creation.id(),
                creation.version(),
                platforms.stream()
                        .map(platform -> preview(creation, platform, wishes.getOrDefault(platform, Wish.NONE)))
                        .toList());
    }

    /// Throws 404 where the deck has no card of that number.
    byte[] card(long userId, long creationId, long number, Wish wish) {
        var article = Article.of(gallery.creation(userId, creationId));
        var deck = deck(article, wish);
        if (number < 1 || number > deck.size()) {
            throw new Problem(Fault.NOT_FOUND, "没有第 " + number + " 张卡片");
        }
        return png(deck.get((int) number - 1), article, wish);
    }

    private int cards(PlatformForm form, Article article, Wish wish) {
        return form instanceof Note note && note.cards() ? deck(article, wish).size() : 0;
    }

    private List<CardPage> deck(Article article, Wish wish) {
        return CardDeck.of(wish.applied(article), fonts);
    }

    private byte[] png(CardPage page, Article article, Wish wish) {
        var theme = CardTheme.orDefault(wish.theme() == null ? "" : wish.theme());
        return painter.png(page, theme);
    }
}
