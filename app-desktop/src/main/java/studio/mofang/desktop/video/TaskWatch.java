package studio.mofang.desktop.video;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.Backoff;
import studio.mofang.client.TaskStream;
import studio.mofang.core.Videos.Task;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// Follows the user's tasks. The server tells what changes over a line that stays open; while there is none it is
/// asked, each time after a longer pause, and each time the line is tried again.
final class TaskWatch {
    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int NEWEST = 20;

    private final ObjectProperty<Line> line = new SimpleObjectProperty<>(Line.OFF);
    private final Backoff backoff = new Backoff(SHORTEST, LONGEST);
    private final Background background;
    private final Backend backend;
    private final Consumer<Task> onTask;
    private @Nullable Hearing hearing;
    private Delay.@Nullable Waiting waiting;

    /// How the tasks are followed: not at all, told by the server, by asking, or asked in vain.
    enum Line {
        OFF,
        TOLD,
        ASKED,
        LOST
    }

    TaskWatch(Background background, Backend backend, Consumer<Task> onTask) {
        this.background = background;
        this.backend = backend;
        this.onTask = onTask;
    }

    ReadOnlyObjectProperty<Line> lineProperty() {
        return line;
    }

    void start() {
        if (hearing == null) {
            backoff.reset();
            connect();
        }
    }

    void stop() {
        var heard = hearing;
        hearing = null;
        cancelWaiting();
        line.set(Line.OFF);
        if (heard != null) {
            heard.close();
        }
    }

    private void connect() {
        var next = new Hearing();
        hearing = next;
        background.run(() -> backend.api().making().videos().stream(next), next::took, problem -> next.ended());
    }

    /// The line is gone: asks at once, and for the line again after a while.
    private void ask(Hearing gone) {
        if (gone != hearing) {
            return;
        }
        background.run(
                () -> backend.api().making().videos().tasks(1, NEWEST).items(),
                tasks -> answered(gone, tasks),
                problem -> again(gone, Line.LOST));
    }

    private void answered(Hearing gone, List<Task> tasks) {
        if (gone == hearing) {
            tasks.reversed().forEach(onTask);
        }
        again(gone, Line.ASKED);
    }

    private void again(Hearing gone, Line how) {
        if (gone == hearing) {
            line.set(how);
            cancelWaiting();
            waiting = background.after(backoff.next(), this::connect);
        }
    }

    private void cancelWaiting() {
        var next = waiting;
        waiting = null;
        if (next != null) {
            next.cancel();
        }
    }

    /// One line; what it still says after another took its place is not heard.
    private final class Hearing implements TaskStream.Listener {
        private @Nullable TaskStream stream;
        private boolean closed;

        @Override
        public void opened() {
            here(() -> {
                backoff.reset();
                line.set(Line.TOLD);
            });
        }

        @Override
        public void changed(Task task) {
            here(() -> onTask.accept(task));
        }

        @Override
        public void ended() {
            here(() -> ask(this));
        }

        void took(TaskStream opened) {
            stream = opened;
            if (closed) {
                opened.close();
            }
        }

        void close() {
            closed = true;
            if (stream != null) {
                stream.close();
            }
        }

        private void here(Runnable action) {
            background.onScreen(() -> {
                if (this == hearing) {
                    action.run();
                }
            });
        }
    }
}
