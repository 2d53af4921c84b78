package studio.mofang.server.slides;

import studio.mofang.core.deck.Deck;
import studio.mofang.core.deck.DeckTheme;

/// Decks as files without any server around them.
public final class DeckFiles {
    private final Templates templates = new Templates();

    /// A deck in a built-in theme, as the bytes of a .pptx.
    public byte[] write(Deck deck, DeckTheme theme) {
        return DeckWriter.write(deck, templates.builtIn(theme), DeckWriter.Marks.NONE);
    }
}
