package studio.mofang.core.card;

/// One block of an article as cards show it.
///
/// @param mark the bullet or number of a list item, else empty
/// @param depth how many lists an item is inside of, from 0
record Block(Kind kind, String text, String mark, int depth) {
    enum Kind {
        HEADING,
        SUBHEADING,
        PARAGRAPH,
        ITEM,
        QUOTE,
        CODE,
        ROW,
        RULE
    }

    static Block of(Kind kind, String text) {
        return new Block(kind, text, "", 0);
    }
}
