package studio.mofang.server.slides;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.mofang.core.deck.Deck;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.core.deck.Slide;

/// The templates of the built-in themes, each made when it is first asked for.
final class Templates {
    private static final int PREVIEW_WIDTH = 384;

    private final Map<String, Template> made = new ConcurrentHashMap<>();

    Template builtIn(DeckTheme theme) {
        return made.computeIfAbsent(theme.id(), _ -> BuiltInTemplate.of(theme));
    }

    /// What the cover of a deck of this title looks like.
    byte[] preview(DeckTheme theme, String title) {
        var deck = new Deck(title, List.of(new Slide.Cover(title, "", "")));
        var file = DeckWriter.write(deck, builtIn(theme), DeckWriter.Marks.NONE);
        return SlidePictures.first(file, PREVIEW_WIDTH);
    }
}
