package studio.mofang.desktop.editor;

import atlantafx.base.controls.Spacer;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Creations.Version;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;

/// A version in the list: its name or when it was made, and how it came about.
final class VersionRow extends ListCell<Version> {
    private static final int ROWS_AHEAD = 10;

    private final Desk desk;
    private final VersionsModel model;

    VersionRow(Desk desk, VersionsModel model) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("version-row");
    }

    /// Made how and how long, in one line.
    static String about(Desk desk, Version version) {
        return desk.text("versions.about", cause(desk, version), version.wordCount());
    }

    @Override
    protected void updateItem(@Nullable Version version, boolean empty) {
        super.updateItem(version, empty);
        setText(null);
        setGraphic(version == null ? null : row(version));
        if (getIndex() >= model.versions().size() - ROWS_AHEAD) {
            model.more();
        }
    }

    private VBox row(Version version) {
        var minute = When.minute(version.createdAt());
        var head = Controls.row("version-head");
        if (version.name() != null) {
            head.getChildren().add(new FontIcon(Feather.BOOKMARK));
        }
        head.getChildren().add(Controls.label(version.name() == null ? minute : version.name(), "version-title"));
        if (model.present(version)) {
            head.getChildren().addAll(new Spacer(), Controls.label(desk.text("versions.present"), "version-present"));
        }
        var about = about(desk, version);
        return Controls.column(
                "version-texts",
                head,
                Controls.label(version.name() == null ? about : minute + " · " + about, "version-about"));
    }

    private static String cause(Desk desk, Version version) {
        return desk.messages().textOr("versions.cause." + version.cause(), version.cause());
    }
}
