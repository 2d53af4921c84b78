package studio.mofang.core.deck;

import java.util.Arrays;
import java.util.List;

/// An article that is no longer than can be taken in: of each of its sections the beginning, where it is longer.
public record Excerpt(String text, boolean cut) {
    private static final String AT_HEADINGS = "(?m)^(?=#{1,6} )";
    private static final String CUT = "\n（本节以下从略）\n";

    static Excerpt of(String article, int longest) {
        if (article.length() <= longest) {
            return new Excerpt(article, false);
        }
        var sections = Arrays.asList(article.split(AT_HEADINGS));
        var lengths = sections.stream().map(String::length).toList();
        return new Excerpt(beginnings(sections, Shares.of(lengths, longest)), true);
    }

    private static String beginnings(List<String> sections, List<Integer> shares) {
        var text = new StringBuilder();
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            text.append(section.length() <= shares.get(i) ? section : beginning(section, shares.get(i)));
        }
        return text.toString();
    }

    private static String beginning(String section, int share) {
        boolean said = share > CUT.length();
        int end = said ? share - CUT.length() : share;
        boolean split = end > 0 && Character.isHighSurrogate(section.charAt(end - 1));
        return section.substring(0, split ? end - 1 : end) + (said ? CUT : "");
    }
}
