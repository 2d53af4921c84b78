package studio.mofang.desktop.settings;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.AiModels.Draft;
import studio.mofang.core.AiModels.Model;
import studio.mofang.core.AiModels.Probe;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.kit.Theme;

/// What the person can set: the models and which of them writes, the look, the language.
public final class SettingsModel {
    private static final String MODEL = "model.text";

    private final ObservableList<Model> models = FXCollections.observableArrayList();
    private final ObservableList<Model> makers = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Long> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>();
    private final Background background;
    private final Backend backend;
    private final VaultModel vault;
    private long asked;

    /// A model of any provider that speaks OpenAI's protocol, as it is filled in. `local` allows an address on this
    /// machine.
    public record OwnModel(String name, String apiBase, String apiKey, String modelName, boolean local) {
        public boolean complete() {
            return !name.isBlank() && !apiBase.isBlank() && !modelName.isBlank();
        }
    }

    public SettingsModel(Background background, Backend backend, Preferences preferences) {
        this.background = background;
        this.backend = backend;
        this.vault = new VaultModel(background, backend);
        theme.set(Theme.of(preferences.value("theme").orElse("")));
        language.set(Language.of(preferences.value("language").orElse("")));
        OptionalLong remembered = preferences.number(MODEL);
        chosen.set(remembered.isPresent() ? (Long) remembered.getAsLong() : null);
        theme.addListener((_, _, now) -> preferences.keep("theme", now.tag()));
        language.addListener((_, _, now) -> preferences.keep("language", now.tag()));
        chosen.addListener((_, _, now) -> {
            if (now == null) {
                preferences.forget(MODEL);
            } else {
                preferences.keep(MODEL, now);
            }
        });
        if (remembered.isPresent()) {
            backend.whenServing(() -> background.onScreen(this::refresh));
        }
    }

    /// Those that write texts.
    public ObservableList<Model> models() {
        return models;
    }

    /// Those that make pictures, videos and slides; which of them does is chosen where it is made.
    public ObservableList<Model> makers() {
        return makers;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// The id of the model that writes; absent leaves the choice to the tool.
    public ObjectProperty<@Nullable Long> chosenProperty() {
        return chosen;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// Where the key is that seals the models' keys.
    public VaultModel vault() {
        return vault;
    }

    /// A model that is not there any more is no longer chosen.
    public void refresh() {
        var asking = ++asked;
        background.run(
                () -> backend.api().models().models(),
                all -> {
                    // An answer from before the last change knows nothing of a model that was added since.
                    if (asking == asked) {
                        show(all);
                    }
                },
                failure::set);
    }

    /// Stores the key with the model; it never comes back out.
    public void keep(Model model, String apiKey, Consumer<Model> onSuccess, Consumer<Exception> onFailure) {
        var draft = new Draft(null, null, null, null, apiKey.strip(), null, null, null, null);
        then(() -> backend.api().models().change(model.id(), draft), onSuccess, onFailure);
    }

    /// Adds a model and chooses it.
    public void add(OwnModel own, Consumer<Model> onSuccess, Consumer<Exception> onFailure) {
        Map<String, Object> config = own.local() ? Map.of("allow_local", true) : Map.of();
        var draft = new Draft(
                own.name().strip(),
                "openai",
                own.modelName().strip(),
                "text",
                own.apiKey().strip(),
                own.apiBase().strip(),
                config,
                0,
                true);
        then(
                () -> backend.api().models().add(draft),
                added -> {
                    chosen.set(added.id());
                    onSuccess.accept(added);
                },
                onFailure);
    }

    public void remove(Model model, Consumer<Exception> onFailure) {
        then(
                () -> {
                    backend.api().models().remove(model.id());
                    return model;
                },
                gone -> {
                    if (Long.valueOf(gone.id()).equals(chosen.get())) {
                        chosen.set(null);
                    }
                },
                onFailure);
    }

    /// A short real call to the provider.
    public void test(Model model, Consumer<Probe> onSuccess, Consumer<Exception> onFailure) {
        background.run(() -> backend.api().models().test(model.id()), onSuccess, onFailure);
    }

    private void show(List<Model> all) {
        failure.set(null);
        makers.setAll(all.stream()
                .filter(model -> !model.kind().equals("text") && model.isActive())
                .toList());
        models.setAll(all.stream()
                .filter(model -> model.kind().equals("text") && model.isActive())
                .toList());
        if (models.stream().noneMatch(model -> Long.valueOf(model.id()).equals(chosen.get()))) {
            chosen.set(null);
        }
    }

    private <T> void then(Background.Work<T> change, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
        background.run(
                change,
                changed -> {
                    onSuccess.accept(changed);
                    refresh();
                },
                onFailure);
    }
}
