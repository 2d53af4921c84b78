package studio.mofang.desktop.video;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import studio.mofang.core.Videos.Request;
import studio.mofang.core.Videos.Task;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;
import studio.mofang.desktop.kit.Thumbnails;

/// What the pane of videos shows: what is asked for, the tasks with how far they are, and one of them large.
public final class VideoModel {
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final int HISTORY = 24;

    private final StringProperty script = new SimpleStringProperty("");
    private final ObjectProperty<Integer> seconds = new SimpleObjectProperty<>(30);
    private final ObjectProperty<String> ratio = new SimpleObjectProperty<>("9:16");
    private final ObjectProperty<Maker> maker = new SimpleObjectProperty<>(Maker.MODEL);
    private final ObjectProperty<@Nullable Task> current = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final ObservableList<Task> tasks = FXCollections.observableArrayList();
    private final Background background;
    private final Backend backend;
    private final Thumbnails thumbnails;
    private Delay.@Nullable Waiting waiting;
    private boolean watching;
    private @Nullable Long wanted;

    /// Who films: a model where one has a key, or this machine.
    enum Maker {
        MODEL,
        SLIDESHOW
    }

    public VideoModel(Background background, Backend backend, Thumbnails thumbnails) {
        this.background = background;
        this.backend = backend;
        this.thumbnails = thumbnails;
    }

    StringProperty scriptProperty() {
        return script;
    }

    ObjectProperty<Integer> secondsProperty() {
        return seconds;
    }

    ObjectProperty<String> ratioProperty() {
        return ratio;
    }

    ObjectProperty<Maker> makerProperty() {
        return maker;
    }

    ObjectProperty<@Nullable Task> currentProperty() {
        return current;
    }

    ObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    ObservableList<Task> tasks() {
        return tasks;
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    /// Watches the tasks while the pane is in front.
    void open() {
        watching = true;
        look();
    }

    void leave() {
        watching = false;
        var next = waiting;
        if (next != null) {
            next.cancel();
        }
    }

    void generate() {
        if (script.get().isBlank()) {
            return;
        }
        failure.set(null);
        var offline = maker.get() == Maker.SLIDESHOW ? Boolean.TRUE : null;
        var request = new Request(script.get().strip(), seconds.get(), null, ratio.get(), offline, null);
        background.run(() -> backend.api().making().videos().generate(request), this::begun, failure::set);
    }

    void cancel(Task task) {
        background.run(() -> backend.api().making().videos().cancel(task.taskId()), this::begun, failure::set);
    }

    void select(Task task) {
        failure.set(null);
        current.set(task);
    }

    /// The video of this creation, as soon as the tasks are known.
    public void select(long creationId) {
        wanted = creationId;
    }

    void save(UUID video, Path target, Consumer<Path> onSuccess, Consumer<Exception> onFailure) {
        background.run(() -> Files.write(target, thumbnails.file(video)), onSuccess, onFailure);
    }

    /// Where a player can read the video.
    void address(UUID video, Consumer<URI> onSuccess, Consumer<Exception> onFailure) {
        background.run(() -> URI.create(thumbnails.item(video).url()), onSuccess, onFailure);
    }

    private void begun(Task task) {
        current.set(task);
        look();
    }

    private void look() {
        background.run(() -> backend.api().making().videos().tasks(1, HISTORY).items(), this::looked, reason -> {
            failure.set(reason);
            again();
        });
    }

    private void looked(List<Task> found) {
        if (!tasks.equals(found)) {
            tasks.setAll(found);
        }
        var asked = wanted;
        if (asked != null) {
            wanted = null;
            found.stream()
                    .filter(task -> asked.equals(task.creationId()))
                    .findFirst()
                    .ifPresent(current::set);
        }
        var shown = current.get();
        found.stream()
                .filter(task -> shown == null || task.taskId().equals(shown.taskId()))
                .findFirst()
                .ifPresent(current::set);
        if (found.stream().anyMatch(Task::running)) {
            again();
        }
    }

    private void again() {
        if (watching) {
            var before = waiting;
            if (before != null) {
                before.cancel();
            }
            waiting = background.after(PAUSE, this::look);
        }
    }
}
