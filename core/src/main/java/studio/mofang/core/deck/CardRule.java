package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.mofang.core.deck.Slide.Card;
import studio.mofang.core.deck.Slide.Cards;
import studio.mofang.core.deck.Slide.Content;

/// Three or four thoughts of about equal weight, each a word and what it means, read better side by side
/// than as a list.
final class CardRule {
    private static final int LEAST = 3;
    private static final int LONGEST_HEAD = 14;
    private static final Pattern EXPLAINED = Pattern.compile("([^：:]{1," + LONGEST_HEAD + "})[：:]\\s*(\\S.*)");

    private CardRule() {}

    static Optional<Cards> of(Content content) {
        var cards = new ArrayList<Card>();
        for (var bullet : content.bullets()) {
            if (bullet.level() == 0) {
                cards.add(card(bullet.text()));
            } else if (cards.isEmpty()) {
                return Optional.empty();
            } else {
                cards.add(with(cards.removeLast(), new Bullet(bullet.level() - 1, bullet.text())));
            }
        }
        boolean counted = cards.size() >= LEAST && cards.size() <= Cards.MOST;
        boolean brief = cards.stream().allMatch(card -> card.head().length() <= LONGEST_HEAD);
        boolean explained = cards.stream().noneMatch(card -> card.lines().isEmpty());
        return counted && brief && explained
                ? Optional.of(new Cards(content.title(), cards, content.notes()))
                : Optional.empty();
    }

    private static Card card(String text) {
        var parts = EXPLAINED.matcher(text);
        return parts.matches()
                ? new Card(parts.group(1), List.of(new Bullet(0, parts.group(2))))
                : new Card(text, List.of());
    }

    private static Card with(Card card, Bullet line) {
        var lines = new ArrayList<>(card.lines());
        lines.add(line);
        return new Card(card.head(), lines);
    }
}
