package studio.mofang.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Generated;
import studio.mofang.core.Creations.Tool;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// A model writes into a document, one text at a time: its pieces join what stands there, it can be stopped at any
/// time, and what went wrong can be tried again.
final class Dictation {
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Generated> generated = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final List<Runnable> whenEnded = new ArrayList<>();
    private final Background background;
    private final Backend backend;
    private @Nullable Generation underWay;
    private Runnable again = () -> {};

    /// A text to be written into `target`, after what stands there `before`; how to ask for it `again`.
    /// `fresh` is a target that the server has not heard of yet.
    record Order(Document target, Tool tool, String before, Runnable again, boolean fresh) {
        Order(Document target, Tool tool, String before, Runnable again) {
            this(target, tool, before, again, target.neverStored());
        }
    }

    Dictation(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running;
    }

    ReadOnlyObjectProperty<@Nullable Generated> generatedProperty() {
        return generated;
    }

    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    boolean running() {
        return running.get();
    }

    /// The target is saved first: it has its place on the server before the text comes.
    void take(Order order, LongFunction<WritingRequest> request) {
        var generation = new Generation(background, piece -> append(order, piece));
        underWay = generation;
        clear();
        running.set(true);
        order.target().settle(problem -> {
            if (problem != null || generation.stopped()) {
                broken(order, generation, problem);
            } else {
                order.target().dictated(true);
                stream(order, generation, request.apply(order.target().id().orElseThrow()));
            }
        });
    }

    /// What was written so far stays.
    void stop() {
        if (underWay != null) {
            underWay.stop();
        }
    }

    /// Stops, and calls when the last piece has come.
    void stop(Runnable then) {
        if (underWay == null) {
            then.run();
        } else {
            whenEnded.add(then);
            underWay.stop();
        }
    }

    /// Neither a success nor a failure of the past is shown any more.
    void clear() {
        generated.set(null);
        failure.set(null);
    }

    void dismissFailure() {
        failure.set(null);
    }

    void failed(Exception problem, Runnable anew) {
        again = anew;
        failure.set(problem);
    }

    void tryAgain() {
        failure.set(null);
        again.run();
    }

    private void stream(Order order, Generation generation, WritingRequest request) {
        background.run(
                () -> generation.run(backend.api(), order.tool().type(), request),
                outcome -> finished(order, outcome),
                problem -> broken(order, generation, problem));
    }

    /// A continuation begins its own paragraph.
    private static void append(Order order, String piece) {
        var text = order.target().textProperty();
        var before = order.before();
        var seam = !before.isEmpty() && text.get().equals(before) && !before.endsWith("\n") && !piece.startsWith("\n");
        text.set(text.get() + (seam ? "\n\n" : "") + piece);
    }

    private void finished(Order order, Generation.Outcome outcome) {
        var target = order.target();
        if (target.blank() || target.textProperty().get().equals(order.before())) {
            append(order, outcome.generated().content());
        }
        target.dictated(false);
        target.adopt(outcome.stored());
        generated.set(outcome.generated());
        ended();
    }

    /// Without a `problem` it was stopped before it began. What was written so far is the person's to keep.
    private void broken(Order order, Generation generation, @Nullable Exception problem) {
        if (problem != null && !generation.stopped()) {
            failed(problem, order.again());
        }
        order.target().dictated(false);
        if (order.fresh()) {
            order.target().withdraw();
        }
        ended();
    }

    private void ended() {
        underWay = null;
        running.set(false);
        var waiting = List.copyOf(whenEnded);
        whenEnded.clear();
        waiting.forEach(Runnable::run);
    }
}
