package studio.mofang.desktop.operations;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Money;
import studio.mofang.core.Page;
import studio.mofang.core.Statements;
import studio.mofang.core.Statements.Difference;
import studio.mofang.core.Statements.Statement;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Figures;

/// Every difference of the days that are shown, or that there is none.
final class DifferenceList extends StackPane {
    private static final double ROW = 58;
    private static final double GAP = 6;
    /// With more, half of the next is to be seen, so that one knows to scroll.
    private static final int MOST_ROWS = 3;

    private final Desk desk;

    DifferenceList(Desk desk, ReadOnlyObjectProperty<@Nullable Page<Statement>> statements) {
        this.desk = desk;
        getStyleClass().add("differences");
        setId("differences");
        statements.subscribe(page -> show(page == null ? List.of() : page.items()));
    }

    private void show(List<Statement> statements) {
        var rows = new VBox(GAP);
        rows.getStyleClass().add("difference-rows");
        for (var statement : statements) {
            statement.differences().forEach(one -> rows.getChildren().add(row(statement, one)));
        }
        boolean compared = statements.stream().anyMatch(one -> one.status().equals(Statements.COMPARED));
        getChildren().setAll(rows.getChildren().isEmpty() ? none(compared) : scrolled(rows));
    }

    private Node none(boolean compared) {
        return compared
                ? Controls.row(
                        "no-differences",
                        new FontIcon(Feather.CHECK_CIRCLE),
                        Controls.label(desk.text("statements.no.differences"), "box-title"),
                        Controls.label(desk.text("statements.no.differences.text"), "ledger-when"))
                : Controls.paragraph(desk.text("statements.about"), "field-hint");
    }

    private static Node scrolled(VBox rows) {
        var pane = new ScrollPane(rows);
        pane.setFitToWidth(true);
        pane.setMinHeight(height(rows.getChildren().size()));
        pane.setMaxHeight(pane.getMinHeight());
        pane.getStyleClass().add("quiet-scroll");
        return pane;
    }

    private static double height(int rows) {
        return rows <= MOST_ROWS ? rows * (ROW + GAP) : (MOST_ROWS + 0.5) * (ROW + GAP);
    }

    private Node row(Statement statement, Difference difference) {
        var what = desk.text("difference." + difference.kind() + "." + difference.movement());
        var where = statement.billDate() + "  ·  " + desk.text("method." + statement.gateway()) + "  ·  "
                + difference.orderId();
        var row = Controls.row(
                "difference",
                new FontIcon(Feather.ALERT_CIRCLE),
                Controls.growing(Controls.column(
                        "ledger-texts", Controls.label(what, "difference-what"), Controls.label(where, "ticket-code"))),
                amount(desk.text("difference.theirs"), difference.theirs()),
                amount(desk.text("difference.ours"), difference.ours()));
        row.setMinHeight(ROW);
        row.setMaxHeight(ROW);
        return row;
    }

    private static Node amount(String name, @Nullable Money money) {
        return Controls.column(
                "difference-amount",
                Controls.label(name, "ledger-when"),
                Controls.label(money == null ? "–" : Figures.yuan(money), "cell-text"));
    }
}
