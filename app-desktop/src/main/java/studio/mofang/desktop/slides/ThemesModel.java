package studio.mofang.desktop.slides;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Slides.Theme;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// The themes, each with a picture of the cover that the deck would have, and the company's own template.
public final class ThemesModel {
    static final Duration BETWEEN_KEYS = Duration.ofMillis(500);

    private final ObservableList<Theme> themes = FXCollections.observableArrayList();
    private final Map<String, ObjectProperty<byte @Nullable []>> covers = new HashMap<>();
    private final StringProperty chosen = new SimpleStringProperty("business");
    private final ObjectProperty<@Nullable Own> template = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final Background background;
    private final Backend backend;
    private Delay.@Nullable Waiting typing;
    private String drawn = "";

    /// A company's own template in the media store, under the name of its file.
    public record Own(UUID id, String name) {}

    ThemesModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    public ObservableList<Theme> themes() {
        return themes;
    }

    /// The id of the chosen theme.
    public StringProperty chosenProperty() {
        return chosen;
    }

    /// The company's own, in whose place no theme is used; absent for none.
    public ReadOnlyObjectProperty<@Nullable Own> templateProperty() {
        return template;
    }

    /// Why the themes, or the cover of one, could not be had.
    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// A PNG, absent until it is drawn.
    public ObjectProperty<byte @Nullable []> cover(String theme) {
        return covers.computeIfAbsent(theme, _ -> new SimpleObjectProperty<>());
    }

    /// Uploads a template and takes it.
    void use(Path file, Consumer<Exception> onFailure) {
        background.run(
                () -> new Own(
                        backend.api().media().upload(Files.readAllBytes(file)).id(),
                        String.valueOf(file.getFileName())),
                template::set,
                onFailure);
    }

    /// Back to a theme.
    void choose(String theme) {
        template.set(null);
        chosen.set(theme);
    }

    void load(String title) {
        if (!themes.isEmpty()) {
            return;
        }
        background.run(
                () -> backend.api().slides().themes(),
                found -> {
                    failure.set(null);
                    themes.setAll(found);
                    draw(title);
                },
                failure::set);
    }

    /// After a failure.
    void tryAgain() {
        load(drawn);
        draw(drawn);
    }

    /// Once the title has rested.
    void drawSoon(String title) {
        if (typing != null) {
            typing.cancel();
        }
        typing = background.after(BETWEEN_KEYS, () -> draw(title));
    }

    private void draw(String title) {
        var wanted = title.isBlank() ? "" : title.strip();
        drawn = wanted;
        if (!themes.isEmpty()) {
            failure.set(null);
        }
        for (var theme : List.copyOf(themes)) {
            var shown = wanted.isEmpty() ? theme.name() : wanted;
            background.run(
                    () -> backend.api().slides().preview(theme.id(), shown),
                    picture -> {
                        if (drawn.equals(wanted)) {
                            cover(theme.id()).set(picture);
                        }
                    },
                    failure::set);
        }
    }
}
