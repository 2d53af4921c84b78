package studio.mofang.core.deck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import studio.mofang.core.deck.Figures.Kind;
import studio.mofang.core.deck.Figures.Series;

/// Reads the figures of a chart out of JSON or out of the cells of a table.
final class FigureReader {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9,]*(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,2})?");

    private FigureReader() {}

    static Optional<Figures> read(JsonNode source) {
        var word = Fields.text(source, "chart_type", "kind", "chartType", "type", "图表类型");
        var kind = Kind.named(word).orElse(Kind.COLUMN);
        var categories = Fields.texts(Fields.of(source, "categories", "labels", "x", "类别"));
        var series = new ArrayList<Series>();
        var list = Fields.of(source, "series", "datasets", "系列");
        for (var one : list.isArray() ? list : Fields.of(source, "data")) {
            series(one, series.size()).ifPresent(series::add);
        }
        if (series.isEmpty()) {
            values(Fields.of(source, "values", "data", "数据")).ifPresent(values -> series.add(new Series("数值", values)));
        }
        return figures(kind, categories, series, Fields.text(source, "unit", "单位"));
    }

    /// A table of names and figures as a chart.
    static Optional<Figures> read(Kind kind, Grid grid, String unit) {
        var categories = grid.rows().stream().map(List::getFirst).toList();
        var series = new ArrayList<Series>();
        for (int column = 1; column < grid.columns(); column++) {
            var values = new ArrayList<Double>();
            for (var row : grid.rows()) {
                number(row.get(column)).ifPresent(values::add);
            }
            series.add(new Series(grid.head().get(column), values));
        }
        return figures(kind, categories, series, unit);
    }

    private static Optional<Figures> figures(Kind kind, List<String> categories, List<Series> series, String unit) {
        var whole = series.stream()
                .filter(one -> one.values().size() >= categories.size())
                .map(one -> new Series(one.name(), one.values().subList(0, categories.size())))
                .toList();
        try {
            return Optional.of(new Figures(kind, categories, whole, unit));
        } catch (IllegalArgumentException cannotBeDrawn) {
            return Optional.empty();
        }
    }

    private static Optional<Series> series(JsonNode one, int before) {
        var name = Fields.text(one, "name", "label", "title", "名称");
        return values(Fields.of(one, "values", "data", "数据"))
                .map(values -> new Series(name.isEmpty() ? "系列 " + (before + 1) : name, values));
    }

    private static Optional<List<Double>> values(JsonNode list) {
        var values = new ArrayList<Double>();
        for (var item : list) {
            var number = item.isNumber() ? OptionalDouble.of(item.asDouble()) : number(item.asText());
            if (number.isEmpty()) {
                return Optional.empty();
            }
            values.add(number.getAsDouble());
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /// The number at the beginning of a text such as 1,200 元 or 35%.
    private static OptionalDouble number(String text) {
        var found = NUMBER.matcher(text.strip());
        return found.lookingAt()
                ? OptionalDouble.of(Double.parseDouble(found.group().replace(",", "")))
                : OptionalDouble.empty();
    }
}
