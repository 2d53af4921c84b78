package studio.mofang.desktop;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import studio.mofang.desktop.editor.Document.Saving;
import studio.mofang.desktop.editor.EditorModel;
import studio.mofang.desktop.shell.Window;

/// The two runs that leave by themselves. `-Dmofang.train=true` visits every pane and opens a form, for the JVM to
/// learn which classes the window needs; it starts no server, for every class that is learnt delays the first frame of
/// each start, and the server's are the most. `-Dmofang.bench=true` reports when the window was shown, when a typed key
/// was taken by the editor and seen, when the server served, and when all of that has come to rest.
final class Rehearsal {
    private static final Duration A_LOOK = Duration.millis(900);
    private static final List<String> PANES = List.of("gallery", "wallet", "settings", "editor");
    private static final String KEY = "墨";

    private final Consumer<String> report;
    private final EditorModel editor;
    private final Consumer<String> visit;
    private final Runnable leave;
    private final boolean measuring = Boolean.getBoolean("mofang.bench");
    private final boolean training = Boolean.getBoolean("mofang.train");

    Rehearsal(Consumer<String> report, EditorModel editor, Consumer<String> visit, Runnable leave) {
        this.report = report;
        this.editor = editor;
        this.visit = visit;
        this.leave = leave;
    }

    /// The window was drawn.
    void shown() {
        if (measuring) {
            report.accept("SHOWN " + sinceStart());
        }
    }

    void editorDrawn(Window window) {
        if (measuring) {
            type(window);
            window.onceDrawn(() -> {
                report.accept((taken() ? "USABLE " : "DEAF ") + sinceStart());
                whenTrue(editor.servingProperty(), this::rest);
            });
        } else if (training) {
            type(window);
            editor.pick(editor.tools().getFirst());
            tour(0);
        }
    }

    boolean withoutServer() {
        return training;
    }

    /// The memory is read when everything that a start does has come to rest.
    private void rest() {
        report.accept("SERVED " + sinceStart());
        after(() -> {
            report.accept("RESTED " + sinceStart());
            leave.run();
        });
    }

    private static void type(Window window) {
        Event.fireEvent(
                window.scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_TYPED, KEY, KEY, KeyCode.UNDEFINED, false, false, false, false));
    }

    /// Kept from here on: the document saves itself.
    private boolean taken() {
        var document = editor.documentProperty().get();
        return (document.titleProperty().get() + document.textProperty().get()).contains(KEY)
                && document.savingProperty().get() != Saving.NOTHING_TO_SAVE;
    }

    private void tour(int stop) {
        after(() -> {
            if (stop == PANES.size()) {
                leave.run();
            } else {
                visit.accept(PANES.get(stop));
                tour(stop + 1);
            }
        });
    }

    private static void after(Runnable action) {
        var look = new PauseTransition(A_LOOK);
        look.setOnFinished(_ -> action.run());
        look.play();
    }

    private static void whenTrue(ObservableValue<Boolean> condition, Runnable action) {
        condition.subscribe(met -> {
            if (met) {
                action.run();
            }
        });
    }

    private static long sinceStart() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }
}
