package studio.mofang.server.publish.form;

import java.util.List;
import studio.mofang.core.Fault;
import studio.mofang.core.card.CardDeck;
import studio.mofang.core.card.CardPage;
import studio.mofang.core.card.CardTheme;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.core.platform.Article;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.card.CardPainter;
import studio.mofang.server.card.Fonts;
import studio.mofang.server.web.Problem;

/// The cards of a note as PNG. What a model wrote carries its label twice: seen on every card, and as metadata in every
/// file.
final class NoteCards {
    private final Fonts fonts = new Fonts();
    private final CardPainter painter = new CardPainter(fonts);

    int count(Article article, Wish wish) {
        return deck(article, wish).size();
    }

    /// As many as a note may have.
    List<byte[]> all(Article article, Wish wish) {
        return deck(article, wish).stream()
                .limit(CardDeck.MOST)
                .map(page -> png(page, article, wish))
                .toList();
    }

    /// `number` from 1. Throws 404 where the deck has no such card.
    byte[] one(Article article, Wish wish, long number) {
        var deck = deck(article, wish);
        if (number < 1 || number > deck.size()) {
            throw new Problem(Fault.NOT_FOUND, "没有第 " + number + " 张卡片");
        }
        return png(deck.get((int) number - 1), article, wish);
    }

    private List<CardPage> deck(Article article, Wish wish) {
        return CardDeck.of(wish.applied(article), fonts);
    }

    private byte[] png(CardPage page, Article article, Wish wish) {
        var theme = CardTheme.orDefault(wish.theme() == null ? "" : wish.theme());
        var png = painter.png(page, theme);
        return article.label() == null ? png : PictureLabel.write(png, article.label());
    }
}
