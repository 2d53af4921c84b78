package studio.mofang.bench;

import java.util.Locale;

/// One line of the table: what was measured, against what, and the bar that it should stay under or reach.
record Measure(String name, String ours, String baseline, double figure, Bar bar, double limit) {
    /// Which side of the limit is good.
    enum Bar {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Bar(String sign) {
            this.sign = sign;
        }
    }

    static Measure atMost(String name, String ours, String baseline, double figure, double limit) {
        return new Measure(name, ours, baseline, figure, Bar.AT_MOST, limit);
    }

    static Measure atLeast(String name, String ours, String baseline, double figure, double limit) {
        return new Measure(name, ours, baseline, figure, Bar.AT_LEAST, limit);
    }

    boolean met() {
        return bar == Bar.AT_MOST ? figure <= limit : figure >= limit;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %-48s | %-22s | %-26s | %8.2f | %s %6.2f | %s |",
                name,
                ours,
                baseline,
                figure,
                bar.sign,
                limit,
                met() ? "met " : "MISSED");
    }
}
