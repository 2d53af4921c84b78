package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A presentation: its title and its slides in order. The first slide is the cover and the last the
/// closing, wherever a deck is whole.
public record Deck(String title, List<Slide> slides) {
    /// More than anybody can present, and less than what makes a file unwieldy.
    public static final int MOST_SLIDES = 80;

    private static final int LEAST_SECTIONS = 3;
    private static final int MOST_SECTIONS = 10;
    private static final String CONTENTS = "目录";
    private static final String THANKS = "谢谢观看";

    public Deck {
        title = title.strip();
        slides = List.copyOf(slides);
    }

    /// With a cover, a table of contents over three sections or more, and a closing, where they were
    /// missing.
    public Deck whole() {
        var all = new ArrayList<Slide>();
        var rest = slides;
        if (!rest.isEmpty() && rest.getFirst() instanceof Slide.Cover) {
            all.add(rest.getFirst());
            rest = rest.subList(1, rest.size());
        } else {
            all.add(new Slide.Cover(title, "", ""));
        }
        contents(rest).ifPresent(all::add);
        all.addAll(rest);
        if (!(all.getLast() instanceof Slide.Closing)) {
            all.add(new Slide.Closing(THANKS, List.of(), ""));
        }
        return new Deck(title, all);
    }

    private static Optional<Slide> contents(List<Slide> slides) {
        var sections = slides.stream()
                .filter(Slide.Section.class::isInstance)
                .map(Slide::title)
                .toList();
        boolean there = slides.stream().anyMatch(Slide.Contents.class::isInstance);
        if (there || sections.size() < LEAST_SECTIONS || sections.size() > MOST_SECTIONS) {
            return Optional.empty();
        }
        return Optional.of(new Slide.Contents(CONTENTS, sections, ""));
    }
}
