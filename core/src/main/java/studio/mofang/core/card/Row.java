package studio.mofang.core.card;

import java.util.List;
import studio.mofang.core.card.CardPage.Box;
import studio.mofang.core.card.CardPage.Words;

/// One line of the text with all that belongs to it, measured from its own top.
///
/// @param before space above it, which falls away at the top of a card
/// @param keeps it must not be the last on its card
record Row(double before, double height, boolean keeps, List<Box> boxes, List<Words> words) {
    Row {
        boxes = List.copyOf(boxes);
        words = List.copyOf(words);
    }

    /// A rule between sections, which says nothing at the top of a card.
    boolean divides() {
        return words.isEmpty() && boxes.stream().allMatch(box -> box.ink() == CardPage.Ink.ACCENT);
    }

    double whole() {
        return before + height;
    }
}
