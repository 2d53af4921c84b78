package studio.mofang.desktop.video;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.VideoApi;
import studio.mofang.core.Videos.Request;
import studio.mofang.core.Videos.Task;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.making.History;
import studio.mofang.desktop.making.Kind;
import studio.mofang.desktop.making.Maker;
import studio.mofang.desktop.making.MakersModel;
import studio.mofang.desktop.making.Workshop;

/// What the pane of videos shows: what is asked for and of whom, the tasks with how far they are, and one of them
/// large.
public final class VideoModel {
    private final StringProperty script = new SimpleStringProperty("");
    private final ObjectProperty<Integer> seconds = new SimpleObjectProperty<>(30);
    private final ObjectProperty<String> ratio = new SimpleObjectProperty<>("9:16");
    private final ObjectProperty<@Nullable Task> current = new SimpleObjectProperty<>();
    private final MakersModel makers;
    private final Workshop<Task> workshop;
    private final History<Task> history;
    private final TaskWatch watch;
    private final BooleanBinding ready;
    private final Background background;
    private final Backend backend;
    private @Nullable Long wanted;

    public VideoModel(Background background, Backend backend, Preferences preferences) {
        this.background = background;
        this.backend = backend;
        makers = new MakersModel(Kind.VIDEO, background, backend, preferences);
        workshop = new Workshop<>(background, backend);
        history = new History<>(
                background, (page, size) -> backend.api().making().videos().tasks(page, size));
        watch = new TaskWatch(background, backend, this::heard);
        ready = Bindings.createBooleanBinding(this::ready, script, makers.chosenProperty(), workshop.stateProperty());
        history.stateProperty().subscribe(_ -> listed());
        history.items().subscribe(this::listed);
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

    /// The task that is looked at; absent where there is none.
    ReadOnlyObjectProperty<@Nullable Task> currentProperty() {
        return current;
    }

    MakersModel makers() {
        return makers;
    }

    Workshop<Task> workshop() {
        return workshop;
    }

    History<Task> history() {
        return history;
    }

    /// How the tasks are followed.
    ReadOnlyObjectProperty<TaskWatch.Line> lineProperty() {
        return watch.lineProperty();
    }

    BooleanBinding readyProperty() {
        return ready;
    }

    /// Follows the tasks while the pane is in front.
    void open() {
        makers.refresh();
        history.refresh();
        watch.start();
    }

    void leave() {
        watch.stop();
    }

    void generate() {
        var maker = makers.chosenProperty().get();
        if (maker != null) {
            generate(maker);
        }
    }

    /// This once, whoever is chosen.
    void generateWithoutAi() {
        generate(new Maker.Machine());
    }

    /// Gives the credits back.
    void cancel(Task task, Consumer<Task> onSuccess, Consumer<Exception> onFailure) {
        background.run(
                () -> backend.api().making().videos().cancel(task.taskId()),
                cancelled -> {
                    heard(cancelled);
                    makers.refresh();
                    onSuccess.accept(cancelled);
                },
                onFailure);
    }

    void select(Task task) {
        current.set(task);
        workshop.stepAside();
    }

    /// The video of this creation, as soon as its task is found.
    public void select(long creationId) {
        wanted = creationId;
        listed();
    }

    private boolean ready() {
        return !script.get().isBlank() && makers.chosenProperty().get() != null && !workshop.working();
    }

    private void generate(Maker maker) {
        if (!ready.get()) {
            return;
        }
        var request =
                new Request(script.get().strip(), seconds.get(), maker.modelId(), ratio.get(), maker.offline(), null);
        workshop.make(
                maker.offline() == null ? makers.costProperty().get() : null,
                api -> new Handing(api.making().videos(), request),
                task -> {
                    heard(task);
                    current.set(task);
                    makers.refresh();
                });
    }

    /// News that come over two ways may overtake each other; the later state counts.
    void heard(Task task) {
        var known = history.items().stream()
                .filter(each -> each.taskId().equals(task.taskId()))
                .findFirst();
        if (known.isEmpty() || !later(known.get(), task)) {
            history.put(task, each -> each.taskId().equals(task.taskId()));
        }
    }

    /// The server's times are whole seconds; within one, a task only gets on.
    private static boolean later(Task known, Task news) {
        if (!known.updatedAt().equals(news.updatedAt())) {
            return known.updatedAt().isAfter(news.updatedAt());
        }
        return news.running() && (!known.running() || known.progress() > news.progress());
    }

    /// What is looked at stays in step with the list; whoever looks at nothing sees what came last.
    private void listed() {
        var shown = current.get();
        var asked = wanted;
        for (var task : history.items()) {
            if (asked != null && asked.equals(task.creationId())) {
                wanted = null;
                select(task);
                return;
            }
        }
        if (asked != null && !history.more() && history.stateProperty().get() != History.State.LOADING) {
            wanted = null;
        }
        history.items().stream()
                .filter(task -> shown == null || task.taskId().equals(shown.taskId()))
                .findFirst()
                .ifPresent(current::set);
    }

    /// A video is handed over to the server, which goes on without us: whoever cancels meanwhile cancels its task.
    private static final class Handing implements Workshop.Call<Task> {
        private final VideoApi videos;
        private final Request request;
        private volatile boolean cancelled;

        Handing(VideoApi videos, Request request) {
            this.videos = videos;
            this.request = request;
        }

        @Override
        public Task run() throws Exception {
            var task = videos.generate(request);
            return cancelled ? videos.cancel(task.taskId()) : task;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
