package studio.mofang.core.deck;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The figures of a chart: one value per category in every series. `unit` may be empty.
public record Figures(Kind kind, List<String> categories, List<Series> series, String unit) {
    public static final int MOST_CATEGORIES = 24;
    public static final int MOST_SERIES = 6;

    /// How the figures are drawn: standing columns, lying bars, lines over time, shares of a whole.
    public enum Kind {
        COLUMN("柱形图"),
        BAR("条形图"),
        LINE("折线图"),
        PIE("饼图");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// By its name or its Chinese label, as a model or a person writes it.
        public static Optional<Kind> named(String word) {
            var name = word.strip().toLowerCase(Locale.ROOT);
            return switch (name) {
                case "column", "柱形图", "柱状图", "柱图" -> Optional.of(COLUMN);
                case "bar", "条形图", "横向柱状图" -> Optional.of(BAR);
                case "line", "area", "折线图", "曲线图", "趋势图" -> Optional.of(LINE);
                case "pie", "doughnut", "donut", "饼图", "环形图" -> Optional.of(PIE);
                default -> Optional.empty();
            };
        }
    }

    /// One line, one colour of columns, or the one pie.
    public record Series(String name, List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /// Throws IllegalArgumentException for what cannot be drawn: no figures, a hole in them, or a share
    /// below nothing.
    public Figures {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        if (categories.isEmpty() || series.isEmpty()) {
            throw new IllegalArgumentException("a chart needs categories and series");
        }
        int wanted = categories.size();
        if (series.stream().anyMatch(one -> one.values().size() != wanted)) {
            throw new IllegalArgumentException("every series needs " + wanted + " values");
        }
        if (!series.stream().flatMap(one -> one.values().stream()).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a figure must be finite");
        }
        if (kind == Kind.PIE && series.getFirst().values().stream().anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException("a share cannot be negative");
        }
    }

    /// The figures as a table, for those who read them.
    public Grid grid() {
        var head = new java.util.ArrayList<String>();
        head.add("");
        series.forEach(one -> head.add(one.name()));
        var rows = new java.util.ArrayList<List<String>>();
        for (int i = 0; i < categories.size(); i++) {
            var row = new java.util.ArrayList<String>();
            row.add(categories.get(i));
            for (var one : series) {
                row.add(number(one.values().get(i)));
            }
            rows.add(row);
        }
        return new Grid(head, rows);
    }

    private static String number(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
