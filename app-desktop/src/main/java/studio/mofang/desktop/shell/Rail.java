package studio.mofang.desktop.shell;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The narrow column at the left: the seal, the panes, and the menu of everything that can be done.
final class Rail extends VBox {
    /// In a lower window the seal gives its place to the panes.
    private static final double LOWEST_WITH_SEAL = 620;

    private final ToggleGroup entries = new ToggleGroup();

    Rail(
            Desk desk,
            List<Pane> panes,
            Consumer<Pane> visit,
            Runnable openPalette,
            Consumer<javafx.scene.Node> openMenu) {
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        var seal = new Label("墨");
        seal.getStyleClass().add("seal");
        getChildren().add(Controls.when(heightProperty().greaterThanOrEqualTo(LOWEST_WITH_SEAL), seal));
        // As high as the window and no higher: the entries move together first.
        setMinHeight(0);
        panes.forEach(pane -> getChildren().add(entry(pane, visit)));
        var palette = Controls.icon(Feather.COMMAND, desk.text("palette.open"), openPalette);
        palette.setId("open-palette");
        var menu = Controls.icon(Feather.MENU, desk.text("menu.open"), () -> {});
        menu.setId("open-menu");
        menu.setOnAction(_ -> openMenu.accept(menu));
        getChildren().addAll(new Spacer(Orientation.VERTICAL), palette, menu);
    }

    void select(Pane pane) {
        entries.getToggles().stream()
                .filter(entry -> entry.getUserData().equals(pane.id()))
                .forEach(entry -> entry.setSelected(true));
    }

    boolean selected(String pane) {
        var entry = entries.getSelectedToggle();
        return entry != null && pane.equals(entry.getUserData());
    }

    private ToggleButton entry(Pane pane, Consumer<Pane> visit) {
        var entry = new ToggleButton(pane.name(), new FontIcon(pane.icon()));
        entry.setId("go-" + pane.id());
        entry.setUserData(pane.id());
        entry.setContentDisplay(ContentDisplay.TOP);
        entry.getStyleClass().add("rail-entry");
        entry.setToggleGroup(entries);
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setOnAction(_ -> {
            entry.setSelected(true);
            visit.accept(pane);
        });
        return entry;
    }
}
