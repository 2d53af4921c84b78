package studio.mofang.core.content;

import java.util.ArrayList;
import java.util.List;

/// Breaks Chinese text into lines as a typesetter does (禁则, GB/T 15834-2011 clause 5.1): no line begins with a closing
/// mark or ends with an opening one, dashes and ellipses stay whole, a Latin word, number or emoji is not torn. Only
/// what is wider than a whole line is cut, between graphemes.
public final class LineBreak {
    private LineBreak() {}

    /// The lines of a text; line feeds in it break too, and an empty line stays one. No character but the white space
    /// at a break is lost. The width is in the measure's unit.
    public static List<String> lines(String text, double width, TextMeasure measure) {
        return text.lines()
                .flatMap(paragraph -> paragraph(paragraph, width, measure).stream())
                .toList();
    }

    /// As many lines as there is room for; where some are left over, the last one ends in an ellipsis.
    public static List<String> lines(String text, double width, TextMeasure measure, int most) {
        var all = lines(text, width, measure);
        if (all.size() <= most) {
            return all;
        }
        var kept = new ArrayList<>(all.subList(0, most));
        kept.set(most - 1, shortened(kept.getLast(), width, measure));
        return List.copyOf(kept);
    }

    private static String shortened(String line, double width, TextMeasure measure) {
        var graphemes = new ArrayList<>(Graphemes.of(line));
        while (graphemes.size() > 1 && measure.width(String.join("", graphemes) + "…") > width) {
            graphemes.removeLast();
        }
        while (graphemes.size() > 1 && "，。、；：！？ …".contains(graphemes.getLast())) {
            graphemes.removeLast();
        }
        return String.join("", graphemes) + "…";
    }

    private static List<String> paragraph(String paragraph, double width, TextMeasure measure) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var used = 0.0;
        for (var box : boxes(paragraph, width, measure)) {
            var wide = measure.width(box);
            if (!line.isEmpty() && used + measure.width(box.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            if (!line.isEmpty() || !box.isBlank() || lines.isEmpty()) {
                line.append(box);
                used += wide;
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /// What must not be broken, in order; a box wider than the line is given grapheme by grapheme.
    private static List<String> boxes(String paragraph, double width, TextMeasure measure) {
        var boxes = new ArrayList<String>();
        for (var box : Kinsoku.boxes(Graphemes.of(paragraph))) {
            if (measure.width(box.stripTrailing()) <= width) {
                boxes.add(box);
            } else {
                boxes.addAll(Graphemes.of(box));
            }
        }
        return boxes;
    }
}
