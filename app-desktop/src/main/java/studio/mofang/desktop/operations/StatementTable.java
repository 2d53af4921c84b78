package studio.mofang.desktop.operations;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import studio.mofang.core.Money;
import studio.mofang.core.Statements;
import studio.mofang.core.Statements.Statement;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Figures;

/// The providers' bills day by day, beside the books; above them, in red, what is different.
final class StatementTable {
    private final Desk desk;
    private final OperationsModel model;

    StatementTable(Desk desk, OperationsModel model) {
        this.desk = desk;
        this.model = model;
    }

    TablePage<Statement> page() {
        return new TablePage<>(
                        desk,
                        model.statements(),
                        new DifferenceList(desk, model.statements().pageProperty()),
                        desk.text("statements.none"))
                .column(desk.text("column.day"), 110, row -> text(row.billDate()))
                .column(desk.text("column.gateway"), 110, row -> text(desk.text("method." + row.gateway())))
                .figures(desk.text("column.payments"), 160, row -> sum(row.payments(), row.paid()))
                .figures(desk.text("column.refunds"), 160, row -> sum(row.refunds(), row.refunded()))
                .column(desk.text("column.result"), 250, this::result)
                .column("", 110, this::again);
    }

    private Node sum(long many, Money money) {
        return many == 0 ? quiet("–") : text(desk.text("statements.sum", many, Figures.amount(money)));
    }

    private Node result(Statement statement) {
        if (statement.status().equals(Statements.WAITING)) {
            return state(desk.text("statements." + reason(statement)), "state-waiting");
        }
        var agreed = statement.differenceCount() == 0
                ? state(desk.text("statements.agreed"), "state-agreed")
                : state(desk.text("statements.differ", statement.differenceCount()), "state-differs");
        return statement.repaired() == 0
                ? agreed
                : Controls.row("amounts-paid", agreed, quiet(desk.text("statements.repaired", statement.repaired())));
    }

    private static String reason(Statement statement) {
        return statement.reason() == null ? Statements.NOT_YET : statement.reason();
    }

    private Node again(Statement statement) {
        var button = Controls.button(
                desk.text("statements.again"),
                () -> model.compare(
                        statement,
                        compared -> desk.toasts().tell(desk.text("statements.compared", compared.billDate())),
                        problem -> desk.toasts().warn(desk.messages().failure(problem))));
        button.setId("compare-" + statement.gateway() + "-" + statement.billDate());
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        return button;
    }

    private static Node state(String words, String style) {
        return Controls.label(words, "state", style);
    }

    private static Node text(String words) {
        return Controls.label(words, "cell-text");
    }

    private static Node quiet(String words) {
        return Controls.label(words, "ledger-when");
    }
}
