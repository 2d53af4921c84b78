package studio.mofang.core.writing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The sections of one particular text: keywords woven in, the wanted length shared out.
///
/// @param words the whole length in characters, 0 when it follows the source
record Outline(List<Part> parts, int words) {
    /// Repetitions of a per-keyword section; further keywords are left to the checklist.
    static final int MOST_REPEATS = 5;

    private static final int UNIT = 10;

    /// One section of the text, and its share of the words.
    record Part(String heading, int words, String task, List<String> paragraphs, List<String> slots) {
        String lengthNote() {
            return words > 0 ? "（约 " + words + " 字）" : "";
        }
    }

    private record Planned(Section section, int weight, String keyword) {}

    static Outline of(Genre genre, WritingBrief brief, Words words) {
        var length = genre.length().in(brief);
        var planned = planned(genre, brief.keywords().isEmpty() ? genre.angles() : brief.keywords());
        var shares = shares(length, planned.stream().map(Planned::weight).toList());
        var parts = IntStream.range(0, planned.size())
                .mapToObj(place -> part(planned.get(place), shares.get(place), words, place))
                .toList();
        return new Outline(parts, length);
    }

    /// Shares out a length by weight in tens of characters; what the tens leave over goes to the heaviest.
    static List<Integer> shares(int length, List<Integer> weights) {
        var sum = Math.max(1, weights.stream().mapToInt(Integer::intValue).sum());
        var shares = new ArrayList<Integer>();
        weights.forEach(weight -> shares.add((int) ((long) length * weight / sum) / UNIT * UNIT));
        var heaviest = IntStream.range(0, weights.size()).boxed().max(Comparator.comparing(weights::get));
        heaviest.ifPresent(place -> shares.set(
                place,
                shares.get(place)
                        + length
                        - shares.stream().mapToInt(Integer::intValue).sum()));
        return List.copyOf(shares);
    }

    private static List<Planned> planned(Genre genre, List<String> keywords) {
        var repeats = keywords.stream().limit(MOST_REPEATS).toList();
        var planned = new ArrayList<Planned>();
        for (var section : genre.sections()) {
            if (section.perKeyword()) {
                // 60 divides by every possible number of repetitions
                repeats.forEach(
                        keyword -> planned.add(new Planned(section, section.weight() * 60 / repeats.size(), keyword)));
            } else {
                planned.add(new Planned(section, section.weight() * 60, keywords.getFirst()));
            }
        }
        return planned;
    }

    private static Part part(Planned planned, int share, Words words, int place) {
        var section = planned.section();
        return new Part(
                words.fill(section.heading(), planned.keyword()),
                share,
                words.fill(section.task(), planned.keyword()),
                section.paragraphs().stream()
                        .map(wordings -> words.fill(words.vary(wordings, place), planned.keyword()))
                        .toList(),
                section.slots().stream()
                        .map(slot -> words.fill(slot, planned.keyword()))
                        .toList());
    }
}
