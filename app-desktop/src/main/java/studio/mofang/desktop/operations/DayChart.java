package studio.mofang.desktop.operations;

import atlantafx.base.controls.Spacer;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.mofang.core.Operations.Day;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Figures;

/// A bar for every day. JavaFX's own charts turn thirty dates on their sides; here the first, the middle and the last
/// are enough, and each bar tells its own when pointed at.
final class DayChart extends VBox {
    private static final double HEIGHT = 120;
    private static final double LEAST = 2;
    private static final double WIDEST = 26;
    /// How much of a day's width its bar takes.
    private static final double FILLED = 0.72;

    DayChart(String title, List<Day> days, Function<Day, BigDecimal> value) {
        getStyleClass().addAll("box", "day-chart");
        var most = days.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::max);
        var head = Controls.row(
                "day-chart-head",
                Controls.label(title, "box-title"),
                new Spacer(),
                Controls.label("↑ " + Figures.of(most), "ledger-when"));
        var foot = Controls.row(
                "day-chart-foot",
                Controls.label(shortly(days.getFirst()), "ledger-when"),
                new Spacer(),
                Controls.label(shortly(days.get(days.size() / 2)), "ledger-when"),
                new Spacer(),
                Controls.label(shortly(days.getLast()), "ledger-when"));
        getChildren().addAll(head, new Bars(days, value, most), foot);
    }

    private static String shortly(Day day) {
        return day.date().substring(5);
    }

    private static final class Bars extends Pane {
        private final List<Double> heights;

        Bars(List<Day> days, Function<Day, BigDecimal> value, BigDecimal most) {
            getStyleClass().add("bars");
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            double whole = most.doubleValue();
            heights = days.stream()
                    .map(day -> whole == 0 ? 0 : value.apply(day).doubleValue() / whole)
                    .toList();
            days.forEach(day -> getChildren().add(bar(day, value.apply(day))));
        }

        private static Region bar(Day day, BigDecimal value) {
            var bar = new Region();
            bar.getStyleClass().add(value.signum() == 0 ? "bar-none" : "bar");
            Tooltip.install(bar, new Tooltip(day.date() + "  " + Figures.of(value)));
            return bar;
        }

        @Override
        protected void layoutChildren() {
            double each = getWidth() / heights.size();
            double width = Math.clamp(each * FILLED, 1, WIDEST);
            for (int i = 0; i < heights.size(); i++) {
                double height = Math.max(LEAST, heights.get(i) * getHeight());
                double left = i * each + (each - width) / 2;
                getChildren().get(i).resizeRelocate(left, getHeight() - height, width, height);
            }
        }
    }
}
