package studio.mofang.desktop.shell;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.collections.ObservableMap;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Screen;

/// What fills the window: the rail, the screen in front, and above them toasts and the overlay.
public final class Shell extends StackPane {
    private final Desk desk;
    private final List<Pane> panes;
    private final List<Command> always;
    private final Rail rail;
    private final StackPane front = new StackPane();
    private final VBox work = new VBox(Controls.growing(front));
    private final Map<String, Screen> built = new HashMap<>();
    private @Nullable Screen current;

    /// `always` are the commands offered whatever screen is in front.
    public Shell(Desk desk, List<Pane> panes, List<Command> always) {
        this.desk = desk;
        this.panes = List.copyOf(panes);
        this.always = List.copyOf(always);
        this.rail = new Rail(desk, panes, this::visit, this::openPalette, this::openMenu);
        getStyleClass().add("shell");
        front.getStyleClass().add("front");
        var body = new HBox(rail, Controls.growing(work));
        getChildren().addAll(body, desk.toasts().view(), desk.overlay().view());
        StackPane.setAlignment(desk.toasts().view(), Pos.BOTTOM_CENTER);
        rail.select(panes.getFirst());
    }

    /// Brings the pane to the front, building its screen when it was never there.
    public void visit(String id) {
        panes.stream().filter(pane -> pane.id().equals(id)).forEach(this::visit);
    }

    /// Another shell takes over where this one stood; nothing of this one follows the models any more.
    public void handOver(Shell next) {
        if (current != null) {
            current.hidden();
            current = null;
        }
        built.values().forEach(Screen::discarded);
        built.keySet().stream().filter(rail::selected).forEach(next::visit);
    }

    /// Stands above every screen from now on.
    public void warn(Node banner) {
        work.getChildren().setAll(banner, front);
    }

    /// The server did not start: there is nothing to work with but the reason, another try and the `ways` out.
    public void refused(String sentence, Runnable again, Node... ways) {
        rail.setDisable(true);
        var retry = Controls.primary(desk.text("refused.again"), again);
        var actions = Controls.row("refused-actions", retry);
        actions.setAlignment(Pos.CENTER);
        actions.getChildren().addAll(ways);
        front.getChildren()
                .setAll(Placeholder.saying(Feather.ALERT_TRIANGLE, desk.text("refused.title"), sentence, actions));
    }

    /// The last text could not be saved: the person decides whether to leave without it.
    public void unsaved(Exception problem, Runnable leave) {
        var anyway = Controls.button(desk.text("unsaved.leave"), leave);
        anyway.setId("leave-anyway");
        anyway.getStyleClass().add(Styles.DANGER);
        var stay = Controls.button(desk.text("unsaved.stay"), desk.overlay()::hide);
        stay.setDefaultButton(true);
        desk.overlay()
                .show(Controls.column(
                        "dialog",
                        Controls.label(desk.text("unsaved.title"), "dialog-title"),
                        Controls.paragraph(desk.messages().failure(problem), "dialog-text"),
                        Controls.row("dialog-buttons", new Spacer(), anyway, stay)));
    }

    /// Not over a dialog, which would be gone with what was filled in.
    public void openPalette() {
        if (!desk.overlay().open()) {
            desk.overlay().show(new Palette(desk, commands()), Pos.TOP_CENTER, () -> {});
        }
    }

    /// The keys of every command, for the window's scene.
    public void accelerate(ObservableMap<KeyCombination, Runnable> accelerators) {
        accelerators.clear();
        accelerators.put(KeyCombination.valueOf("Shortcut+K"), this::openPalette);
        for (var command : commands()) {
            if (command.keys() != null) {
                accelerators.put(command.keys(), () -> pressed(command));
            }
        }
    }

    /// A key's own handler may not change what keys do, and most commands do: they run after it.
    private void pressed(Command command) {
        if (!desk.overlay().open()) {
            Platform.runLater(command::run);
        }
    }

    private void visit(Pane pane) {
        rail.select(pane);
        var next = built.computeIfAbsent(pane.id(), _ -> pane.screen().get());
        if (next == current) {
            return;
        }
        if (current != null) {
            current.hidden();
        }
        current = next;
        front.getChildren().setAll(next.view());
        next.shown();
        if (getScene() != null) {
            accelerate(getScene().getAccelerators());
        }
    }

    private List<Command> commands() {
        var all = new ArrayList<Command>();
        if (current != null) {
            all.addAll(current.commands());
        }
        all.addAll(always);
        return all;
    }

    private void openMenu(Node beside) {
        var menu = new ContextMenu();
        if (current != null) {
            current.commands().forEach(command -> menu.getItems().add(item(command)));
            menu.getItems().add(new SeparatorMenuItem());
        }
        always.forEach(command -> menu.getItems().add(item(command)));
        menu.show(beside, Side.RIGHT, 4, 0);
    }

    private static MenuItem item(Command command) {
        var item = new MenuItem(command.name(), new FontIcon(command.icon()));
        item.setMnemonicParsing(false);
        if (command.keys() != null) {
            item.setAccelerator(command.keys());
        }
        item.setDisable(!command.available().get());
        item.setOnAction(_ -> command.run());
        return item;
    }
}
