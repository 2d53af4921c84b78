package studio.mofang.desktop.operations;

import atlantafx.base.controls.Spacer;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Operations.Day;
import studio.mofang.core.Operations.Statistics;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Figures;
import studio.mofang.desktop.kit.Placeholder;

/// The figures of the last days, and a chart of each day.
final class OverviewPage extends StackPane {
    private static final List<Integer> RANGES = List.of(7, 30, 90, 365);

    private final Desk desk;
    private final OperationsModel model;
    private final VBox figures = new VBox();
    private final Node page;

    OverviewPage(Desk desk, OperationsModel model) {
        this.desk = desk;
        this.model = model;
        figures.getStyleClass().add("offers");
        var scroll = new ScrollPane(Controls.column("offers", bar(), figures));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        page = scroll;
    }

    Subscription attached() {
        return Subscription.combine(
                model.statisticsProperty().subscribe(_ -> show()),
                model.failureProperty().subscribe(_ -> show()));
    }

    private void show() {
        var statistics = model.statisticsProperty().get();
        var problem = model.failureProperty().get();
        if (problem != null) {
            getChildren().setAll(Troubles.of(desk, problem, model::refresh));
        } else if (statistics == null) {
            getChildren().setAll(Placeholder.loading(desk.text("loading")));
        } else {
            fill(statistics);
            getChildren().setAll(page);
        }
    }

    private HBox bar() {
        var group = new ToggleGroup();
        var ranges = Controls.row("segments");
        for (int days : RANGES) {
            var range = new ToggleButton(desk.text("operations.days", days));
            range.setId("days-" + days);
            range.getStyleClass().add("segment");
            range.setToggleGroup(group);
            range.setSelected(days == model.daysProperty().get());
            range.setOnAction(_ -> {
                range.setSelected(true);
                model.daysProperty().set(days);
            });
            ranges.getChildren().add(range);
        }
        var export = Controls.button(desk.text("operations.export"), Feather.DOWNLOAD, this::export);
        export.setId("statistics-export");
        return Controls.row("table-bar", ranges, new Spacer(), export);
    }

    private void export() {
        desk.outside()
                .fileToSave(desk.text("operations.export.name") + " " + OperationsModel.today() + ".csv")
                .ifPresent(file -> model.export(
                        file,
                        () -> desk.toasts().tell(desk.text("operations.exported", String.valueOf(file.getFileName()))),
                        problem -> desk.toasts().warn(desk.messages().failure(problem))));
    }

    private void fill(Statistics of) {
        var tiles = new GridPane();
        tiles.getStyleClass().add("tiles");
        tile(tiles, 0, Figures.yuan(of.totalRevenue()), desk.text("statistics.revenue"));
        tile(tiles, 1, Figures.of(of.totalCreditsSold()), desk.text("statistics.credits"));
        tile(tiles, 2, Figures.of(of.newUsers()), desk.text("statistics.users.fresh"));
        tile(tiles, 3, Figures.of(of.totalUsers()), desk.text("statistics.users"));
        tile(tiles, 4, Figures.of(of.activeMembers()), desk.text("statistics.members"));
        tile(tiles, 5, percent(of.conversionRate()), desk.text("statistics.conversion"));
        figures.getChildren()
                .setAll(
                        tiles,
                        chart(
                                "revenue",
                                desk.text("statistics.revenue"),
                                of,
                                day -> day.revenue().yuan()),
                        chart(
                                "users",
                                desk.text("statistics.users.fresh"),
                                of,
                                day -> BigDecimal.valueOf(day.newUsers())),
                        chart(
                                "credits",
                                desk.text("statistics.credits"),
                                of,
                                day -> BigDecimal.valueOf(day.creditsSold())));
    }

    private static Node chart(String id, String title, Statistics of, Function<Day, BigDecimal> value) {
        var chart = new DayChart(title, of.days(), value);
        chart.setId("chart-" + id);
        return chart;
    }

    private static void tile(GridPane tiles, int place, String number, String name) {
        var tile =
                Controls.column("figure", Controls.label(number, "figure-number"), Controls.label(name, "figure-name"));
        GridPane.setHgrow(tile, Priority.ALWAYS);
        tiles.add(tile, place % 3, place / 3);
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
