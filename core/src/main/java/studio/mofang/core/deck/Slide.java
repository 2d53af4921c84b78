package studio.mofang.core.deck;

import java.util.List;

/// One slide: what it shows, and in `notes` what the speaker says to it.
public sealed interface Slide {
    String title();

    String notes();

    Slide withNotes(String notes);

    Slide titled(String title);

    /// The first slide.
    record Cover(String title, String subtitle, String notes) implements Slide {
        @Override
        public Cover withNotes(String said) {
            return new Cover(title, subtitle, said);
        }

        @Override
        public Cover titled(String name) {
            return new Cover(name, subtitle, notes);
        }
    }

    /// What the deck will speak of, in order.
    record Contents(String title, List<String> items, String notes) implements Slide {
        public Contents {
            items = List.copyOf(items);
        }

        @Override
        public Contents withNotes(String said) {
            return new Contents(title, items, said);
        }

        @Override
        public Contents titled(String name) {
            return new Contents(name, items, notes);
        }

        /// The items as points.
        public List<Bullet> bullets() {
            return items.stream().map(item -> new Bullet(0, item)).toList();
        }
    }

    /// Opens a part of the deck; `lead` says in a line what it is about.
    record Section(String title, String lead, String notes) implements Slide {
        @Override
        public Section withNotes(String said) {
            return new Section(title, lead, said);
        }

        @Override
        public Section titled(String name) {
            return new Section(name, lead, notes);
        }
    }

    /// Points in up to three levels.
    record Content(String title, List<Bullet> bullets, String notes) implements Slide {
        public Content {
            bullets = List.copyOf(bullets);
        }

        @Override
        public Content withNotes(String said) {
            return new Content(title, bullets, said);
        }

        @Override
        public Content titled(String name) {
            return new Content(name, bullets, notes);
        }
    }

    /// Two to four short thoughts side by side.
    record Cards(String title, List<Card> cards, String notes) implements Slide {
        public static final int LEAST = 2;
        public static final int MOST = 4;

        public Cards {
            cards = List.copyOf(cards);
        }

        @Override
        public Cards withNotes(String said) {
            return new Cards(title, cards, said);
        }

        @Override
        public Cards titled(String name) {
            return new Cards(name, cards, notes);
        }
    }

    /// One thought of a `Cards` slide.
    record Card(String head, List<Bullet> lines) {
        public Card {
            lines = List.copyOf(lines);
        }
    }

    /// Two sides of a matter.
    record TwoColumns(String title, Card left, Card right, String notes) implements Slide {
        @Override
        public TwoColumns withNotes(String said) {
            return new TwoColumns(title, left, right, said);
        }

        @Override
        public TwoColumns titled(String name) {
            return new TwoColumns(name, left, right, notes);
        }
    }

    /// A table of words or figures.
    record Table(String title, Grid grid, String notes) implements Slide {
        @Override
        public Table withNotes(String said) {
            return new Table(title, grid, said);
        }

        @Override
        public Table titled(String name) {
            return new Table(name, grid, notes);
        }
    }

    /// Figures as a picture; `takeaway` says in a few lines what to see in them, and may be empty.
    record Chart(String title, Figures figures, List<Bullet> takeaway, String notes) implements Slide {
        public Chart {
            takeaway = List.copyOf(takeaway);
        }

        @Override
        public Chart withNotes(String said) {
            return new Chart(title, figures, takeaway, said);
        }

        @Override
        public Chart titled(String name) {
            return new Chart(name, figures, takeaway, notes);
        }
    }

    /// A picture of the article; `reference` is how that refers to it, and the caption may be blank.
    record Picture(String title, String reference, String caption, String notes) implements Slide {
        @Override
        public Picture withNotes(String said) {
            return new Picture(title, reference, caption, said);
        }

        @Override
        public Picture titled(String name) {
            return new Picture(name, reference, caption, notes);
        }
    }

    /// Somebody's words, and whose they are.
    record Quote(String text, String source, String notes) implements Slide {
        @Override
        public String title() {
            return "";
        }

        /// As it stands under the words; blank where nobody is named.
        public String credit() {
            return source.isBlank() ? "" : "—— " + source;
        }

        @Override
        public Quote withNotes(String said) {
            return new Quote(text, source, said);
        }

        @Override
        public Quote titled(String name) {
            return this;
        }
    }

    /// The last slide.
    record Closing(String title, List<String> lines, String notes) implements Slide {
        public Closing {
            lines = List.copyOf(lines);
        }

        @Override
        public Closing withNotes(String said) {
            return new Closing(title, lines, said);
        }

        @Override
        public Closing titled(String name) {
            return new Closing(name, lines, notes);
        }
    }
}
