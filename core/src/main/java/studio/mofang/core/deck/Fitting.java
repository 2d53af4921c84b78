package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.mofang.core.deck.Slide.Card;
import studio.mofang.core.deck.Slide.Cards;
import studio.mofang.core.deck.Slide.Chart;
import studio.mofang.core.deck.Slide.Closing;
import studio.mofang.core.deck.Slide.Content;
import studio.mofang.core.deck.Slide.Contents;
import studio.mofang.core.deck.Slide.Cover;
import studio.mofang.core.deck.Slide.Picture;
import studio.mofang.core.deck.Slide.Quote;
import studio.mofang.core.deck.Slide.Section;
import studio.mofang.core.deck.Slide.Table;
import studio.mofang.core.deck.Slide.TwoColumns;
import studio.mofang.core.deck.Stage.Role;

/// Makes a deck fit its stage, so that nothing overflows its box: too much for one slide becomes two, a
/// line that must stay one is cut with dots, and what was cut stands whole in the notes.
public final class Fitting {
    private static final int MOST_TOGETHER = 12;

    private final Stage stage;
    private final BulletPages pages;
    private final TablePages tables;

    public Fitting(Stage stage) {
        this.stage = stage;
        this.pages = new BulletPages(stage.place(Role.BODY));
        this.tables = new TablePages(stage.place(Role.TABLE));
    }

    /// A deck that fits; `condensed` of its slides were more than can be presented, and became points of others.
    public record Fitted(Deck deck, int condensed) {}

    public Fitted fitted(Deck deck) {
        var abridgement = new Abridgement(Deck.MOST_SLIDES, this::page);
        var slides = abridgement.of(deck.slides().stream().flatMap(this::fitted).toList());
        return new Fitted(new Deck(deck.title(), slides), abridgement.condensed());
    }

    /// A deck's title as it stands at the foot of its slides.
    public String footer(String title) {
        return Pieces.clipped(title, fits(stage.place(Role.FOOTER)));
    }

    private Stream<Slide> fitted(Slide slide) {
        return switch (slide) {
            case Cover cover -> Stream.of(cover(cover));
            case Contents contents -> contents(titled(contents, Role.CONTENTS_TITLE));
            case Section section -> Stream.of(section(section));
            case Content content -> content(titled(content, Role.TITLE));
            case Cards cards -> cards(titled(cards, Role.TITLE));
            case TwoColumns columns -> columns(titled(columns, Role.TITLE));
            case Table table -> tables.of(titled(table, Role.TITLE));
            case Chart chart -> chart(titled(chart, Role.TITLE));
            case Picture picture -> Stream.of(picture(titled(picture, Role.TITLE)));
            case Quote quote -> quote(quote);
            case Closing closing -> Stream.of(closing(closing));
        };
    }

    private Slide cover(Cover cover) {
        var titled = titled(cover, Role.COVER_TITLE);
        var clip = clip(titled.subtitle(), titled.notes(), Role.COVER_SUBTITLE);
        return new Cover(titled.title(), clip.text(), clip.notes());
    }

    private Stream<Slide> contents(Contents contents) {
        boolean fits = Typesetting.fitting(contents.bullets(), stage.place(Role.CONTENTS))
                .isPresent();
        return fits
                ? Stream.of(contents)
                : content(titled(new Content(contents.title(), contents.bullets(), contents.notes()), Role.TITLE));
    }

    private Slide section(Section section) {
        var titled = titled(section, Role.SECTION_TITLE);
        var clip = clip(titled.lead(), titled.notes(), Role.SECTION_LEAD);
        return new Section(titled.title(), clip.text(), clip.notes());
    }

    private Slide closing(Closing closing) {
        var titled = titled(closing, Role.CLOSING_TITLE);
        var clip = clip(String.join("\n", titled.lines()), titled.notes(), Role.CLOSING_LINES);
        return new Closing(titled.title(), clip.text().lines().toList(), clip.notes());
    }

    private Stream<Slide> content(Content content) {
        var cards = CardRule.of(content).filter(this::fits);
        return cards.isPresent()
                ? Stream.of(cards.get())
                : numbered(
                        content,
                        pages.of(content.bullets()).stream()
                                .map(page -> (Slide) new Content(content.title(), page, content.notes()))
                                .toList());
    }

    /// All of its points on one slide: where they are too many, several of them on a line.
    private Content page(Content content) {
        var titled = titled(content, Role.TITLE);
        var points = titled.bullets();
        for (int together = 2; together <= MOST_TOGETHER && pages.of(points).size() > 1; together++) {
            points = joined(titled.bullets(), together);
        }
        return new Content(titled.title(), pages.of(points).getFirst(), titled.notes());
    }

    private static List<Bullet> joined(List<Bullet> points, int together) {
        var lines = new ArrayList<Bullet>();
        for (int i = 0; i < points.size(); i += together) {
            var some = points.subList(i, Math.min(points.size(), i + together));
            lines.add(new Bullet(0, some.stream().map(Bullet::text).collect(Collectors.joining("、"))));
        }
        return lines;
    }

    private Stream<Slide> cards(Cards cards) {
        int count = cards.cards().size();
        boolean counted = count >= Cards.LEAST && count <= Cards.MOST;
        if (counted && fits(cards)) {
            return Stream.of(cards);
        }
        var bullets = cards.cards().stream().flatMap(Fitting::bullets).toList();
        return content(new Content(cards.title(), bullets, cards.notes()));
    }

    private boolean fits(Cards cards) {
        if (!stage.cards()) {
            return false;
        }
        int count = cards.cards().size();
        for (int i = 0; i < count; i++) {
            var card = cards.cards().get(i);
            if (Typesetting.fitting(card.head(), stage.cardHead(count, i)).isEmpty()
                    || Typesetting.fitting(card.lines(), stage.cardBody(count, i))
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Stream<Slide> columns(TwoColumns columns) {
        if (fits(columns.left(), Role.LEFT_HEAD, Role.LEFT) && fits(columns.right(), Role.RIGHT_HEAD, Role.RIGHT)) {
            return Stream.of(columns);
        }
        return Stream.of(columns.left(), columns.right())
                .flatMap(side -> content(titled(
                        new Content(columns.title() + "：" + side.head(), side.lines(), columns.notes()), Role.TITLE)));
    }

    private boolean fits(Card side, Role head, Role body) {
        return Typesetting.fitting(side.head(), stage.place(head)).isPresent()
                && Typesetting.fitting(side.lines(), stage.place(body)).isPresent();
    }

    /// Too many categories to tell apart become a table.
    private Stream<Slide> chart(Chart chart) {
        var figures = chart.figures();
        if (figures.categories().size() > Figures.MOST_CATEGORIES
                || figures.series().size() > Figures.MOST_SERIES) {
            return tables.of(new Table(chart.title(), figures.grid(), chart.notes()));
        }
        if (Typesetting.fitting(chart.takeaway(), stage.place(Role.TAKEAWAY)).isPresent()) {
            return Stream.of(chart);
        }
        var more = new Content(chart.title() + "：解读", chart.takeaway(), chart.notes());
        return Stream.concat(
                Stream.of(new Chart(chart.title(), figures, List.of(), chart.notes())),
                content(titled(more, Role.TITLE)));
    }

    private Picture picture(Picture picture) {
        var clip = clip(picture.caption(), picture.notes(), fits(stage.caption()));
        return new Picture(picture.title(), picture.reference(), clip.text(), clip.notes());
    }

    private Stream<Slide> quote(Quote quote) {
        var credit = fits(stage.place(Role.SOURCE));
        var clip = clip(quote.source(), quote.notes(), source -> credit.test(new Quote("", source, "").credit()));
        return Pieces.of(quote.text(), fits(stage.place(Role.QUOTE))).stream()
                .map(piece -> new Quote(piece, clip.text(), clip.notes()));
    }

    /// Several slides of one title tell which of them each is.
    static Stream<Slide> numbered(Slide whole, List<Slide> parts) {
        if (parts.size() == 1) {
            return parts.stream();
        }
        var slides = new ArrayList<Slide>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i).titled(whole.title() + "（" + (i + 1) + "/" + parts.size() + "）");
            slides.add(i == 0 ? part : part.withNotes(""));
        }
        return slides.stream();
    }

    /// A text in its box, and the notes, which have it whole where it was cut.
    private record Clip(String text, String notes) {}

    private Clip clip(String text, String notes, Role role) {
        return clip(text, notes, fits(stage.place(role)));
    }

    private static Clip clip(String text, String notes, Predicate<String> fits) {
        var shown = Pieces.clipped(text, fits);
        return new Clip(shown, shown.equals(text) ? notes : (text + "\n\n" + notes).strip());
    }

    /// The slide with a title that fits, even with the number of a part behind it.
    @SuppressWarnings("unchecked") // a slide under another title is of the same kind
    private <S extends Slide> S titled(S slide, Role role) {
        var place = stage.place(role);
        var numbered = role == Role.TITLE ? "（99/99）" : "";
        var shown = Pieces.clipped(slide.title(), text -> fits(place).test(text + numbered));
        return shown.equals(slide.title())
                ? slide
                : (S) slide.titled(shown).withNotes((slide.title() + "\n\n" + slide.notes()).strip());
    }

    private static Predicate<String> fits(Place place) {
        return text -> Typesetting.fitting(text, place).isPresent();
    }

    private static Stream<Bullet> bullets(Card card) {
        return Stream.concat(
                Stream.of(new Bullet(0, card.head())),
                card.lines().stream().map(line -> new Bullet(line.level() + 1, line.text())));
    }
}
