package studio.mofang.desktop.backup;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// What stands above every screen while the database is served read-only, and says the way on.
public record DamageBanner(Desk desk, Supplier<Button> restoring) {
    /// `show` is called once the database is known to be damaged; most never are, and build nothing.
    public void watch(BackupModel model, Consumer<Node> show) {
        model.damagedProperty().subscribe(damaged -> {
            if (damaged) {
                show.accept(view());
            }
        });
    }

    private Node view() {
        var restore = restoring.get();
        restore.getStyleClass().add(Styles.SMALL);
        var words = Controls.column(
                "damage-words",
                Controls.paragraph(desk.text("backup.damaged.title"), "damage-title"),
                Controls.paragraph(desk.text("backup.damaged.text"), "damage-text"));
        var banner =
                Controls.row("damage-banner", new FontIcon(Feather.ALERT_TRIANGLE), Controls.growing(words), restore);
        banner.setId("damage-banner");
        banner.setMinHeight(Region.USE_PREF_SIZE);
        return banner;
    }
}
