package studio.mofang.desktop.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import studio.mofang.desktop.kit.Theme;

/// AtlantaFX's look under our own colours, light or dark, following the system where the person wants that.
public final class Themes {
    private static final String HOME = "/studio/mofang/desktop/";

    /// The colours and what all screens share, each feature's own, and what stands above the screens.
    private static final List<String> LOOK = List.of(
            "mofang.css",
            "editor/editor.css",
            "backup/backup.css",
            "gallery/gallery.css",
            "making/making.css",
            "publish/publish.css",
            "slides/slides.css",
            "marketing/marketing.css",
            "operations/operations.css",
            "wallet/wallet.css",
            "settings/settings.css",
            "shell/above.css");
    private static final String DARK = "mofang-dark.css";

    private final ObjectProperty<Theme> wanted = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final Scene scene;

    public Themes(Scene scene) {
        this.scene = scene;
        scene.rootProperty().addListener((_, _, _) -> mark());
        wanted.addListener((_, _, _) -> apply());
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
        apply();
    }

    public ObjectProperty<Theme> wantedProperty() {
        return wanted;
    }

    static List<String> sheets(boolean dark) {
        var all = dark ? Stream.concat(LOOK.stream(), Stream.of(DARK)) : LOOK.stream();
        return all.map(HOME::concat).toList();
    }

    private void apply() {
        var theme = dark() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheetBSS());
        // Menus and tooltips are windows of their own; they take over the sheets of the scene, not its root's state.
        scene.getStylesheets().setAll(sheets(dark()));
        mark();
    }

    private void mark() {
        var root = scene.getRoot();
        var family = "font-" + system();
        if (!root.getStyleClass().contains(family)) {
            root.getStyleClass().add(family);
        }
    }

    private boolean dark() {
        return switch (wanted.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /// The stylesheet names the Chinese typeface that each system has.
    private static String system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return "mac";
        }
        return name.contains("windows") ? "windows" : "linux";
    }
}
