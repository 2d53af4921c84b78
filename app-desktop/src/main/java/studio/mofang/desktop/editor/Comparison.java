package studio.mofang.desktop.editor;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How an earlier text differs from the present one: both of them at once, in pieces. First line by line, then, where
/// lines differ, character by character in Chinese and word by word in English.
record Comparison(List<Piece> pieces) {
    /// Beyond so many characters two passages are shown whole, one after the other: nobody reads a finer pattern, and
    /// finding it takes long.
    private static final int FINEST = 8_000;

    /// Fewer characters in common than these between two differences are no island to read on.
    private static final int ISLAND = 3;

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+$");
    private static final Pattern TOKEN = Pattern.compile("[\\p{IsLatin}\\p{IsDigit}]+|\\s+|(?s:.)");

    /// Which of the two texts has a piece.
    enum Where {
        BOTH,
        THEN,
        NOW
    }

    record Piece(Where where, String text) {}

    Comparison {
        pieces = List.copyOf(pieces);
    }

    static Comparison of(String then, String now) {
        var pieces = new ArrayList<Piece>();
        for (var lines : compared(parts(LINE, then), parts(LINE, now))) {
            var stretches =
                    lines.fine() ? compared(parts(TOKEN, lines.then()), parts(TOKEN, lines.now())) : List.of(lines);
            withoutIslands(stretches).forEach(stretch -> stretch.addTo(pieces));
        }
        return new Comparison(pieces);
    }

    /// How many characters only that text has.
    int characters(Where where) {
        return pieces.stream()
                .filter(piece -> piece.where() == where)
                .mapToInt(piece -> (int) piece.text()
                        .codePoints()
                        .filter(each -> !Character.isWhitespace(each))
                        .count())
                .sum();
    }

    boolean same() {
        return pieces.stream().allMatch(piece -> piece.where() == Where.BOTH);
    }

    /// A stretch of both texts; where they agree both are equal.
    private record Stretch(boolean agreed, String then, String now) {
        boolean fine() {
            return !agreed && !then.isEmpty() && !now.isEmpty() && then.length() + now.length() <= FINEST;
        }

        boolean island() {
            return agreed && then.length() < ISLAND && !then.contains("\n");
        }

        Stretch and(Stretch next) {
            return new Stretch(false, then + next.then, now + next.now);
        }

        void addTo(List<Piece> pieces) {
            if (agreed) {
                pieces.add(new Piece(Where.BOTH, then));
                return;
            }
            if (!now.isEmpty()) {
                pieces.add(new Piece(Where.NOW, now));
            }
            if (!then.isEmpty()) {
                pieces.add(new Piece(Where.THEN, then));
            }
        }
    }

    private static List<String> parts(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /// What goes and what comes in one place are one difference.
    private static List<Stretch> compared(List<String> then, List<String> now) {
        var stretches = new ArrayList<Stretch>();
        for (var delta : DiffUtils.diff(then, now, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            var next = new Stretch(
                    delta.getType() == DeltaType.EQUAL,
                    String.join("", delta.getSource().getLines()),
                    String.join("", delta.getTarget().getLines()));
            var goesOn = !next.agreed()
                    && !stretches.isEmpty()
                    && !stretches.getLast().agreed();
            stretches.add(goesOn ? stretches.removeLast().and(next) : next);
        }
        return stretches;
    }

    private static List<Stretch> withoutIslands(List<Stretch> stretches) {
        var kept = new ArrayList<Stretch>();
        for (var next : stretches) {
            var afterAnIsland =
                    !next.agreed() && kept.size() > 1 && kept.getLast().island();
            if (afterAnIsland) {
                var island = kept.removeLast();
                kept.add(kept.removeLast().and(island).and(next));
            } else {
                kept.add(next);
            }
        }
        return kept;
    }
}
