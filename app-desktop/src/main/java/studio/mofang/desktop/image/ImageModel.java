package studio.mofang.desktop.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.CreationApi.Query;
import studio.mofang.client.LongCall;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Images.Generated;
import studio.mofang.core.Images.Request;
import studio.mofang.core.Media;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Thumbnails;

/// What the pane of pictures shows: what is asked for, whether it is being drawn, one picture large and
/// those before it.
public final class ImageModel {
    private static final int HISTORY = 24;

    private final StringProperty prompt = new SimpleStringProperty("");
    private final ObjectProperty<PictureSize> size = new SimpleObjectProperty<>(PictureSize.WECHAT);
    private final ObjectProperty<Maker> maker = new SimpleObjectProperty<>(Maker.MODEL);
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.IDLE);
    private final ObjectProperty<@Nullable UUID> current = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final ObservableList<Creation> history = FXCollections.observableArrayList();
    private final Background background;
    private final Backend backend;
    private final Thumbnails thumbnails;
    private @Nullable LongCall<Generated> call;
    private int look;

    /// Who draws: a model where one has a key, or this machine.
    enum Maker {
        MODEL,
        CARD
    }

    /// What stands on the stage.
    enum State {
        IDLE,
        DRAWING,
        FAILED
    }

    public ImageModel(Background background, Backend backend, Thumbnails thumbnails) {
        this.background = background;
        this.backend = backend;
        this.thumbnails = thumbnails;
    }

    StringProperty promptProperty() {
        return prompt;
    }

    ObjectProperty<PictureSize> sizeProperty() {
        return size;
    }

    ObjectProperty<Maker> makerProperty() {
        return maker;
    }

    ObjectProperty<State> stateProperty() {
        return state;
    }

    ObjectProperty<@Nullable UUID> currentProperty() {
        return current;
    }

    ObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    ObservableList<Creation> history() {
        return history;
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    /// Asks for the pictures made so far.
    void open() {
        background.run(
                () -> backend.api()
                        .creations()
                        .list(new Query(null, "image", null, null, false, 1, HISTORY))
                        .items(),
                this::listed,
                this::fail);
    }

    void generate() {
        if (state.get() == State.DRAWING || prompt.get().isBlank()) {
            return;
        }
        state.set(State.DRAWING);
        var offline = maker.get() == Maker.CARD;
        var request = new Request(
                prompt.get().strip(), size.get().size(), null, null, offline ? true : null, offline ? look++ : null);
        background.run(
                () -> {
                    var begun = backend.api().making().images().begin(request);
                    call = begun;
                    return begun.run();
                },
                this::drawn,
                this::fail);
    }

    /// The credits come back.
    void cancel() {
        var running = call;
        if (running != null) {
            running.cancel();
        }
    }

    /// One that was made before.
    public void select(Creation creation) {
        Media.firstReference(creation.content()).ifPresent(current::set);
        state.set(State.IDLE);
    }

    void save(UUID picture, Path target, Consumer<Path> onSuccess, Consumer<Exception> onFailure) {
        background.run(() -> Files.write(target, thumbnails.file(picture)), onSuccess, onFailure);
    }

    private void listed(List<Creation> items) {
        history.setAll(items.stream()
                .filter(one -> Media.firstReference(one.content()).isPresent())
                .toList());
        if (current.get() == null && !history.isEmpty()) {
            select(history.getFirst());
        }
    }

    private void drawn(Generated generated) {
        current.set(generated.mediaId());
        state.set(State.IDLE);
        open();
    }

    private void fail(Exception reason) {
        var running = call;
        if (running != null && running.cancelled()) {
            call = null;
            state.set(State.IDLE);
            return;
        }
        failure.set(reason);
        state.set(State.FAILED);
    }
}
