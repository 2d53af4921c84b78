package studio.mofang.desktop.operations;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Screen;

/// The operator's desk, a tab for each of its lists.
public final class OperationsScreen implements Screen {
    private final Desk desk;
    private final OperationsModel model;
    private final OverviewPage overview;
    private final List<TablePage<?>> tables;
    private final VBox view;
    private Subscription attached = Subscription.EMPTY;

    public OperationsScreen(Desk desk, OperationsModel model) {
        this.desk = desk;
        this.model = model;
        overview = new OverviewPage(desk, model);
        var pages = new TablePages(desk, model);
        var statements = new StatementTable(desk, model);
        var payments = new PaymentEventTable(desk, model);
        tables = List.of(
                pages.activities(), pages.coupons(), pages.users(), pages.orders(), payments.page(), statements.page());
        var urgent = tab("payments", desk.text("operations.payments"), tables.get(4));
        payments.countOn(urgent);
        var tabs = new TabPane(
                tab("overview", desk.text("operations.overview"), overview),
                tab("activities", desk.text("operations.activities"), tables.get(0)),
                tab("coupons", desk.text("operations.coupons"), tables.get(1)),
                tab("users", desk.text("operations.users"), tables.get(2)),
                tab("orders", desk.text("operations.orders"), tables.get(3)),
                urgent,
                tab("statements", desk.text("operations.statements"), tables.get(5)));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("lists");
        var head = Controls.row("screen-head", Controls.label(desk.text("pane.operations"), "screen-title"));
        view = new VBox(head, Controls.growing(tabs));
        view.getStyleClass().addAll("screen", "operations");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.always(
                desk.text("operations.refresh"), Feather.REFRESH_CW, KeyCombination.valueOf("F5"), this::refresh));
    }

    @Override
    public void shown() {
        attached = overview.attached();
        tables.forEach(table -> attached = attached.and(table.attached()));
        refresh();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
    }

    private void refresh() {
        model.refresh();
        model.activities().refresh();
        model.coupons().refresh();
        model.users().refresh();
        model.orders().refresh();
        model.paymentEvents().refresh();
        model.statements().refresh();
    }

    private static Tab tab(String id, String name, Node content) {
        var tab = new Tab(name, content);
        tab.setId("operations-" + id);
        return tab;
    }
}
