package studio.mofang.desktop.settings;

import atlantafx.base.controls.Spacer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Placeholder;
import studio.mofang.desktop.kit.Screen;
import studio.mofang.desktop.kit.Theme;

/// Models and keys, look and language, where the data lie, and what this is.
public final class SettingsScreen implements Screen {
    private final Desk desk;
    private final SettingsModel model;
    private final Path dataFolder;
    private final VBox models = Controls.column("model-list");
    private final VBox makers = Controls.column("model-list");
    private final ToggleGroup writers = new ToggleGroup();
    private final VaultRow vault;
    private final StackPane view = new StackPane();
    private Subscription attached = Subscription.EMPTY;

    public SettingsScreen(Desk desk, SettingsModel model, Path dataFolder) {
        this.desk = desk;
        this.model = model;
        this.dataFolder = dataFolder;
        this.vault = new VaultRow(desk, model.vault());
        var content = Controls.column(
                "settings",
                Controls.row("screen-head", Controls.label(desk.text("pane.settings"), "screen-title")),
                writing(),
                making(),
                appearance(),
                data(),
                about());
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        view.getStyleClass().add("screen");
        view.getChildren().add(scroll);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        attached = Subscription.combine(
                model.models().subscribe(this::fill),
                model.makers().subscribe(this::fill),
                model.failureProperty().subscribe(this::fill),
                model.chosenProperty().subscribe(_ -> mark()),
                vault.attach());
        fill();
        model.refresh();
        model.vault().refresh();
    }

    @Override
    public void hidden() {
        attached.unsubscribe();
    }

    private VBox writing() {
        var own = Controls.button(
                desk.text("settings.own.title"),
                Feather.PLUS,
                () -> desk.overlay().ask(new OwnModelForm(desk, model)));
        own.setId("own-model");
        return Controls.column(
                "box",
                Controls.row("box-head", Controls.label(desk.text("settings.models"), "box-title"), new Spacer(), own),
                Controls.paragraph(desk.text("settings.models.hint"), "field-hint"),
                models);
    }

    private void fill() {
        var problem = model.failureProperty().get();
        if (problem != null) {
            var again = Controls.button(desk.text("again"), model::refresh);
            models.getChildren()
                    .setAll(Placeholder.saying(
                            Feather.ALERT_CIRCLE,
                            desk.text("failed.title"),
                            desk.messages().failure(problem),
                            again));
        } else if (model.models().isEmpty()) {
            models.getChildren().setAll(Placeholder.loading(desk.text("loading")));
        } else {
            writers.getToggles().clear();
            models.getChildren().setAll(automatic());
            model.models().forEach(each -> models.getChildren().add(new ModelRow(desk, model, each, writers)));
            mark();
        }
        makers.getChildren()
                .setAll(model.makers().stream()
                        .map(each -> new ModelRow(desk, model, each, writers))
                        .toList());
    }

    private VBox making() {
        var box = Controls.column(
                "box",
                Controls.label(desk.text("settings.makers"), "box-title"),
                Controls.paragraph(desk.text("settings.makers.hint"), "field-hint"),
                makers);
        return Controls.when(Bindings.isNotEmpty(model.makers()), box);
    }

    /// Of all models the one that writes.
    private void mark() {
        writers.getToggles().stream()
                .filter(toggle -> Objects.equals(
                        toggle.getUserData(), model.chosenProperty().get()))
                .findFirst()
                .ifPresent(writers::selectToggle);
    }

    /// What holds until the person chooses: the server then takes the first model that has a key.
    private HBox automatic() {
        var choose = new RadioButton();
        choose.setToggleGroup(writers);
        choose.setId("choose-automatic");
        choose.setAccessibleText(desk.text("settings.automatic"));
        choose.setOnAction(_ -> model.chosenProperty().set(null));
        var texts = Controls.column(
                "tool-texts",
                Controls.label(desk.text("settings.automatic"), "model-name"),
                Controls.paragraph(desk.text("settings.automatic.hint"), "field-hint"));
        var row = Controls.row("model-head", choose, Controls.growing(texts));
        row.getStyleClass().add("model-row");
        return row;
    }

    private VBox appearance() {
        return Controls.column(
                "box",
                Controls.label(desk.text("settings.look"), "box-title"),
                line(
                        "settings.theme",
                        choice("theme", List.of(Theme.values()), this::name, Theme::tag, model.themeProperty())),
                line(
                        "settings.language",
                        choice(
                                "language",
                                List.of(Language.values()),
                                Language::ownName,
                                Language::tag,
                                model.languageProperty())));
    }

    private String name(Theme theme) {
        return desk.text("theme." + theme.tag());
    }

    private HBox line(String key, Node control) {
        return Controls.row("setting", Controls.label(desk.text(key), "setting-name"), new Spacer(), control);
    }

    private static <T> HBox choice(
            String id, List<T> all, Function<T, String> name, Function<T, String> tag, ObjectProperty<T> chosen) {
        var group = new ToggleGroup();
        var row = Controls.row("segments");
        for (var each : all) {
            var button = new ToggleButton(name.apply(each));
            button.setId(id + "-" + tag.apply(each));
            button.getStyleClass().add("segment");
            button.setToggleGroup(group);
            button.setSelected(each.equals(chosen.get()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.set(each);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private VBox data() {
        var show = Controls.button(
                desk.text("settings.data.show"),
                Feather.FOLDER,
                () -> desk.outside().open(dataFolder.toUri()));
        return Controls.column(
                "box",
                Controls.label(desk.text("settings.data"), "box-title"),
                Controls.paragraph(desk.text("settings.data.hint"), "field-hint"),
                Controls.row("setting", Controls.growing(Controls.paragraph(dataFolder.toString(), "path")), show),
                vault);
    }

    private VBox about() {
        return Controls.column(
                "box",
                Controls.label(desk.text("settings.about"), "box-title"),
                Controls.paragraph(desk.text("settings.about.text"), "field-hint"),
                Controls.paragraph(
                        desk.text(
                                "settings.about.versions",
                                System.getProperty("java.version"),
                                System.getProperty("javafx.version")),
                        "field-hint"));
    }
}
