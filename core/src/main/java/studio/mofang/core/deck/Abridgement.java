package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.mofang.core.deck.Slide.Closing;
import studio.mofang.core.deck.Slide.Content;
import studio.mofang.core.deck.Slide.Contents;
import studio.mofang.core.deck.Slide.Cover;
import studio.mofang.core.deck.Slide.Section;

/// Brings a deck down to as many slides as can be presented. Every section stays, and so do the cover and the
/// closing: the longest sections give up their last slides, which are named on one slide and stand whole in its
/// notes.
final class Abridgement {
    private static final Pattern PART = Pattern.compile("（\\d+/\\d+）$");
    private static final int LONGEST_POINT = 40;

    private final int most;
    private final Function<Content, Content> fitted;
    private int condensed;

    /// `fitted` makes a slide of what fits one of them.
    Abridgement(int most, Function<Content, Content> fitted) {
        this.most = most;
        this.fitted = fitted;
    }

    /// How many slides became points of another.
    int condensed() {
        return condensed;
    }

    List<Slide> of(List<Slide> slides) {
        if (slides.size() <= most) {
            return slides;
        }
        int first = opening(slides);
        int last = slides.getLast() instanceof Closing ? slides.size() - 1 : slides.size();
        var sections = sections(slides.subList(first, last), most - first - (slides.size() - last));
        var all = new ArrayList<>(slides.subList(0, first));
        sections.forEach(all::addAll);
        all.addAll(slides.subList(last, slides.size()));
        return all;
    }

    /// A model may write more of them, which are slides like others then.
    private static int opening(List<Slide> slides) {
        int first = slides.getFirst() instanceof Cover ? 1 : 0;
        return slides.get(first) instanceof Contents ? first + 1 : first;
    }

    private List<List<Slide>> sections(List<Slide> slides, int room) {
        var sections = merged(grouped(slides), room);
        var shares = Shares.of(sections.stream().map(List::size).toList(), room);
        var shown = new ArrayList<List<Slide>>();
        for (int i = 0; i < sections.size(); i++) {
            shown.add(section(sections.get(i), shares.get(i)));
        }
        return shown;
    }

    /// By the slides that open a part; where there are none, by what the slides are called.
    private static List<List<Slide>> grouped(List<Slide> slides) {
        boolean sectioned = slides.stream().anyMatch(Section.class::isInstance);
        var groups = new ArrayList<List<Slide>>();
        var name = "";
        for (var slide : slides) {
            boolean opens = sectioned ? slide instanceof Section : !name(slide).equals(name);
            if (groups.isEmpty() || opens) {
                groups.add(new ArrayList<>());
                name = name(slide);
            }
            groups.getLast().add(slide);
        }
        return groups;
    }

    /// Where there are more sections than slides, so many beside each other become one.
    private static List<List<Slide>> merged(List<List<Slide>> groups, int room) {
        int together = Math.ceilDiv(groups.size(), room);
        var merged = new ArrayList<List<Slide>>();
        for (int i = 0; i < groups.size(); i += together) {
            merged.add(groups.subList(i, Math.min(groups.size(), i + together)).stream()
                    .flatMap(List::stream)
                    .toList());
        }
        return merged;
    }

    private List<Slide> section(List<Slide> slides, int share) {
        if (slides.size() <= share) {
            return slides;
        }
        var shown = new ArrayList<>(slides.subList(0, share - 1));
        var rest = slides.subList(share - 1, slides.size());
        condensed += rest.size();
        shown.add(rest(name(slides.getFirst()), rest));
        return shown;
    }

    private Slide rest(String section, List<Slide> slides) {
        var points = slides.stream()
                .map(slide -> point(section, slide))
                .filter(point -> !point.isBlank())
                .distinct()
                .map(point -> new Bullet(0, Condensed.of(point, LONGEST_POINT)))
                .toList();
        var title = (section.isBlank() ? "" : section + "：") + "其余要点（详见备注）";
        return fitted.apply(new Content(title, points, DeckMarkdown.words(slides)));
    }

    /// What a slide is called, or, where that is the section's own name, what it says first.
    private static String point(String section, Slide slide) {
        var name = name(slide);
        return name.isBlank() || name.equals(section) ? said(slide) : name;
    }

    private static String said(Slide slide) {
        return switch (slide) {
            case Content content -> first(content.bullets());
            case Slide.Quote quote -> quote.text();
            case Slide.Table table -> String.join("、", table.grid().head());
            case Slide.Chart chart -> String.join("、", chart.figures().categories());
            case Slide.Picture picture -> picture.caption();
            case Slide.Cards cards ->
                cards.cards().stream().map(Slide.Card::head).collect(Collectors.joining("、"));
            case Slide.TwoColumns columns ->
                columns.left().head() + "、" + columns.right().head();
            case Cover _, Contents _, Section _, Closing _ -> slide.title();
        };
    }

    private static String first(List<Bullet> bullets) {
        return bullets.isEmpty() ? "" : bullets.getFirst().text();
    }

    /// Without which of several parts it is.
    private static String name(Slide slide) {
        return PART.matcher(slide.title()).replaceFirst("");
    }
}
