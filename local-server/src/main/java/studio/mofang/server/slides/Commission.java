package studio.mofang.server.slides;

import java.util.List;
import studio.mofang.core.Slides.Request;
import studio.mofang.core.deck.Deck;
import studio.mofang.core.deck.DeckPrompt;
import studio.mofang.core.deck.MarkdownDeck;
import studio.mofang.core.deck.OfflineDeck;
import studio.mofang.core.deck.Slide;
import studio.mofang.core.writing.Prompt;

/// An accepted request for a deck, with what it is made from and the template it is put into.
record Commission(Request request, Source source, Illustrations illustrations, Template template, String theme) {
    private static final String UNTITLED = "未命名演示";
    private static final int LONGEST_TITLE = 40;

    String topic() {
        var topic = request.topic();
        if (topic != null && !topic.isBlank()) {
            return topic.strip();
        }
        return source.title().isBlank() ? UNTITLED : source.title();
    }

    Prompt prompt() {
        int count = request.slideCount() == null ? 0 : request.slideCount();
        return DeckPrompt.of(topic(), outline(), source.markdown(), count);
    }

    /// Whether a model would be given less of the article than there is.
    boolean excerpted() {
        return DeckPrompt.excerpt(source.markdown()).cut();
    }

    /// The deck that this machine composes by itself.
    Deck composed() {
        if (!source.given()) {
            return OfflineDeck.compose(topic(), outline());
        }
        var deck = MarkdownDeck.of(source.markdown(), topic(), illustrations.references());
        boolean named = request.topic() != null && !request.topic().isBlank();
        return named ? new Deck(topic(), deck.slides()) : deck;
    }

    /// How many pictures of the article a deck of it does not show.
    int picturesLeftOut(Deck deck) {
        long shown =
                deck.slides().stream().filter(Slide.Picture.class::isInstance).count();
        return (int) Math.max(0, MarkdownDeck.pictures(source.markdown()).size() - shown);
    }

    /// The line of the ledger.
    String description() {
        var topic = topic();
        boolean fits = topic.codePointCount(0, topic.length()) <= LONGEST_TITLE;
        return "生成幻灯片《" + (fits ? topic : topic.substring(0, topic.offsetByCodePoints(0, LONGEST_TITLE)) + "…") + "》";
    }

    private List<String> outline() {
        return SlidesForm.outline(request);
    }
}
