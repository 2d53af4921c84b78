package studio.mofang.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Creations.Creation;
import studio.mofang.desktop.editor.EditorModel;
import studio.mofang.desktop.editor.EditorScreen;
import studio.mofang.desktop.editor.EditorScreens;
import studio.mofang.desktop.gallery.GalleryModel;
import studio.mofang.desktop.gallery.GalleryScreen;
import studio.mofang.desktop.image.ImageScreen;
import studio.mofang.desktop.kit.Command;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Theme;
import studio.mofang.desktop.making.Exits;
import studio.mofang.desktop.marketing.MarketingModel;
import studio.mofang.desktop.marketing.MarketingScreen;
import studio.mofang.desktop.operations.OperationsModel;
import studio.mofang.desktop.operations.OperationsScreen;
import studio.mofang.desktop.publish.PublishModel;
import studio.mofang.desktop.publish.PublishScreen;
import studio.mofang.desktop.settings.SettingsModel;
import studio.mofang.desktop.settings.SettingsScreen;
import studio.mofang.desktop.shell.Pane;
import studio.mofang.desktop.slides.SlidesScreen;
import studio.mofang.desktop.video.VideoScreen;
import studio.mofang.desktop.wallet.WalletModel;
import studio.mofang.desktop.wallet.WalletScreen;

/// What the window is furnished with in one language: the panes of the rail, and the commands that are
/// always there.
record Panes(
        Desk desk,
        Path dataFolder,
        Consumer<String> visit,
        EditorModel editor,
        EditorScreens editorScreens,
        GalleryModel gallery,
        PublishModel publish,
        Studios studios,
        WalletModel wallet,
        MarketingModel marketing,
        OperationsModel operations,
        SettingsModel settings) {

    List<Pane> all() {
        return List.of(
                new Pane("editor", desk.text("pane.editor"), Feather.EDIT_3, this::editorScreen),
                new Pane("gallery", desk.text("pane.gallery"), Feather.GRID, this::galleryScreen),
                new Pane("image", desk.text("pane.image"), Feather.IMAGE, this::imageScreen),
                new Pane("video", desk.text("pane.video"), Feather.FILM, this::videoScreen),
                new Pane("publish", desk.text("pane.publish"), Feather.SEND, this::publishScreen),
                new Pane("slides", desk.text("pane.slides"), Feather.MONITOR, this::slidesScreen),
                new Pane("wallet", desk.text("pane.wallet"), Feather.CREDIT_CARD, () -> new WalletScreen(desk, wallet)),
                new Pane(
                        "marketing",
                        desk.text("pane.marketing"),
                        Feather.GIFT,
                        () -> new MarketingScreen(desk, marketing)),
                new Pane(
                        "operations",
                        desk.text("pane.operations"),
                        Feather.BAR_CHART_2,
                        () -> new OperationsScreen(desk, operations)),
                new Pane(
                        "settings",
                        desk.text("pane.settings"),
                        Feather.SETTINGS,
                        () -> new SettingsScreen(desk, settings, dataFolder)));
    }

    List<Command> commands(Runnable leave) {
        var commands = new ArrayList<Command>();
        commands.add(command("editor.new", Feather.PLUS, "Shortcut+N", this::startAfresh));
        var number = 1;
        for (var pane : all()) {
            commands.add(Command.always(
                    desk.text("go", pane.name()),
                    pane.icon(),
                    KeyCombination.valueOf("Shortcut+" + number++ % 10),
                    () -> visit.accept(pane.id())));
        }
        commands.add(command("slides.fromEditor", Feather.MONITOR, "Shortcut+Shift+P", this::slidesOfTheText));
        commands.add(command("theme.toggle", Feather.MOON, "Shortcut+Shift+D", this::toggleTheme));
        commands.add(command("language.toggle", Feather.GLOBE, "Shortcut+Shift+L", this::toggleLanguage));
        commands.add(command("quit", Feather.LOG_OUT, "Shortcut+Q", leave));
        return commands;
    }

    private Command command(String key, Feather icon, String keys, Runnable action) {
        return Command.always(desk.text(key), icon, KeyCombination.valueOf(keys), action);
    }

    private EditorScreen editorScreen() {
        return editorScreens.screen(desk, () -> visit.accept("settings"));
    }

    private GalleryScreen galleryScreen() {
        return new GalleryScreen(desk, gallery, studios.thumbnails(), this::show, this::startAfresh);
    }

    private PublishScreen publishScreen() {
        return new PublishScreen(desk, publish, () -> visit.accept("editor"));
    }

    private SlidesScreen slidesScreen() {
        return new SlidesScreen(desk, studios.slides(), studios.thumbnails(), this::open, exits());
    }

    private ImageScreen imageScreen() {
        var article = new DeskArticle(editor, publish, visit);
        return new ImageScreen(desk, studios.image(), studios.thumbnails(), studios.files(), article, exits());
    }

    private VideoScreen videoScreen() {
        return new VideoScreen(desk, studios.video(), studios.thumbnails(), studios.files(), exits());
    }

    private Exits exits() {
        return new Exits(() -> visit.accept("settings"), () -> visit.accept("wallet"));
    }

    /// What the editor has open, as it stands on the screen.
    private void slidesOfTheText() {
        editor.settle(_ -> editor.documentProperty()
                .get()
                .flush(_ -> editor.documentProperty()
                        .get()
                        .id()
                        .ifPresentOrElse(
                                // Later: a key's own handler may not change what keys do.
                                id -> Platform.runLater(() -> {
                                    studios.slides().take(id);
                                    visit.accept("slides");
                                }),
                                () -> desk.toasts().warn(desk.text("slides.fromEditor.unsaved")))));
    }

    /// Each where it is made; everything else is text.
    private void show(Creation creation) {
        switch (creation.type()) {
            case "ppt" -> {
                visit.accept("slides");
                studios.slides().open(creation.id());
            }
            case "image" -> {
                studios.image().select(creation);
                visit.accept("image");
            }
            case "video" -> {
                studios.video().select(creation.id());
                visit.accept("video");
            }
            default -> open(creation.id());
        }
    }

    private void open(long creation) {
        visit.accept("editor");
        editor.open(creation);
    }

    private void startAfresh() {
        editor.startAfresh();
        visit.accept("editor");
    }

    private void toggleTheme() {
        settings.themeProperty().set(settings.themeProperty().get() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    private void toggleLanguage() {
        var chinese = settings.languageProperty().get() == Language.CHINESE;
        settings.languageProperty().set(chinese ? Language.ENGLISH : Language.CHINESE);
    }
}
