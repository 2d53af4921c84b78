package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// Cuts a text into pieces that fit: between sentences where it can, else between characters. Nothing is
/// lost.
final class Pieces {
    private static final String AFTER_A_SENTENCE = "(?<=[。！？；!?;])|(?<=[.] )";
    private static final String DOTS = "…";

    private Pieces() {}

    static List<String> of(String text, Predicate<String> fits) {
        var pieces = new ArrayList<String>();
        var piece = "";
        for (var sentence : sentences(text, fits)) {
            if (!piece.isEmpty() && !fits.test(piece + sentence)) {
                pieces.add(piece);
                piece = "";
            }
            piece += sentence;
        }
        if (!piece.isBlank() || pieces.isEmpty()) {
            pieces.add(piece);
        }
        return pieces.stream().map(String::strip).toList();
    }

    /// The text, or as much of its beginning as fits, with dots behind it.
    static String clipped(String text, Predicate<String> fits) {
        return fits.test(text) ? text : text.substring(0, longest(text, part -> fits.test(part + DOTS))) + DOTS;
    }

    private static List<String> sentences(String text, Predicate<String> fits) {
        return Arrays.stream(text.split(AFTER_A_SENTENCE))
                .flatMap(
                        sentence -> fits.test(sentence) ? List.of(sentence).stream() : chopped(sentence, fits).stream())
                .toList();
    }

    private static List<String> chopped(String sentence, Predicate<String> fits) {
        var parts = new ArrayList<String>();
        var rest = sentence;
        while (!fits.test(rest)) {
            int at = Math.max(longest(rest, fits), rest.offsetByCodePoints(0, 1));
            parts.add(rest.substring(0, at));
            rest = rest.substring(at);
        }
        parts.add(rest);
        return parts;
    }

    /// Where the longest beginning ends that fits; a longer beginning never fits better.
    private static int longest(String text, Predicate<String> fits) {
        int low = 0;
        int high = text.length() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (fits.test(text.substring(0, middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low > 0 && Character.isHighSurrogate(text.charAt(low - 1)) ? low - 1 : low;
    }
}
