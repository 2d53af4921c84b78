package studio.mofang.desktop.operations;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Page;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;

/// One list of the desk as a table, with a bar above it and the way to its other pages below.
final class TablePage<T> extends StackPane {
    private static final double ROW = 46;

    private final Desk desk;
    private final Listing<T> listing;
    private final TableView<T> table = new TableView<>();
    private final Label place = Controls.label("", "ledger-when");
    private final Node back;
    private final Node on;
    private final VBox page;

    /// `bar` is what filters the list and adds to it.
    TablePage(Desk desk, Listing<T> listing, Node bar, String empty) {
        this.desk = desk;
        this.listing = listing;
        back = Controls.icon(Feather.CHEVRON_LEFT, desk.text("operations.back"), () -> turn(-1));
        on = Controls.icon(Feather.CHEVRON_RIGHT, desk.text("operations.on"), () -> turn(1));
        table.setFixedCellSize(ROW);
        table.getStyleClass().add("desk-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Controls.label(empty, "placeholder-text"));
        table.setFocusTraversable(false);
        var foot = Controls.row("table-foot", place, new Spacer(), back, on);
        page = new VBox(bar, Controls.growing(table), foot);
        page.getStyleClass().add("table-page");
        getChildren().add(Placeholder.loading(desk.text("loading")));
    }

    TablePage<T> column(String name, double width, Function<T, Node> cell) {
        add(name, width, cell);
        return this;
    }

    /// A column of numbers, whose last digits stand below each other.
    TablePage<T> figures(String name, double width, Function<T, Node> cell) {
        add(name, width, cell).getStyleClass().add("figures");
        return this;
    }

    private TableColumn<T, T> add(String name, double width, Function<T, Node> cell) {
        var column = new TableColumn<T, T>(name);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean none) {
                super.updateItem(item, none);
                setGraphic(item == null || none ? null : cell.apply(item));
            }
        });
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }

    Subscription attached() {
        return Subscription.combine(
                listing.pageProperty().subscribe(_ -> show()),
                listing.failureProperty().subscribe(_ -> show()));
    }

    private void show() {
        var problem = listing.failureProperty().get();
        var rows = listing.pageProperty().get();
        if (problem != null) {
            getChildren().setAll(Troubles.of(desk, problem, listing::refresh));
        } else if (rows == null) {
            getChildren().setAll(Placeholder.loading(desk.text("loading")));
        } else {
            fill(rows);
            if (!getChildren().equals(List.of(page))) {
                getChildren().setAll(page);
            }
        }
    }

    private void fill(Page<T> rows) {
        table.getItems().setAll(rows.items());
        long pages = pages(rows);
        place.setText(desk.text("operations.place", rows.total(), rows.page(), pages));
        back.setDisable(rows.page() <= 1);
        on.setDisable(rows.page() >= pages);
    }

    private void turn(int by) {
        var rows = listing.pageProperty().get();
        if (rows != null) {
            listing.turnTo(Math.clamp(rows.page() + (long) by, 1, (int) pages(rows)));
        }
    }

    private static long pages(Page<?> rows) {
        return Math.max(1, Math.ceilDiv(rows.total(), rows.pageSize()));
    }

    static HBox bar(Node... children) {
        return Controls.row("table-bar", children);
    }
}
