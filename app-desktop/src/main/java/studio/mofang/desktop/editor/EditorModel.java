package studio.mofang.desktop.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Generated;
import studio.mofang.core.Creations.Tool;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Preferences;

/// What the editor shows and does: the tools and the form in front, the document, and the text under way.
public final class EditorModel {
    private static final String LAST = "editor.creation";
    private static final String MODEL = "model.text";
    private static final int LONGEST_TAIL = 20_000;

    private final ObservableList<Tool> tools = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ToolForm> form = new SimpleObjectProperty<>();
    private final ObjectProperty<Document> document;
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final BooleanProperty generating = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Generated> generated = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final WordCounter counter;
    private final Map<String, ToolForm> filled = new HashMap<>();
    private final Set<Document> unsaved = new LinkedHashSet<>();
    private final List<Runnable> whenEnded = new ArrayList<>();
    private final Background background;
    private final Backend backend;
    private final Preferences preferences;
    private @Nullable Generation underWay;
    private Runnable again = this::load;

    public EditorModel(Background background, Backend backend, Preferences preferences) {
        this.background = background;
        this.backend = backend;
        this.preferences = preferences;
        this.document = new SimpleObjectProperty<>(new Document(background, backend));
        this.counter = new WordCounter(background);
        follow(document.get());
    }

    public ObservableList<Tool> tools() {
        return tools;
    }

    /// Absent while the person picks a tool.
    public ReadOnlyObjectProperty<@Nullable ToolForm> formProperty() {
        return form;
    }

    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document;
    }

    /// The length of the document's text.
    public ReadOnlyIntegerProperty wordsProperty() {
        return counter.wordsProperty();
    }

    /// True once the server behind the editor serves and what was open last is back.
    public ReadOnlyBooleanProperty readyProperty() {
        return ready;
    }

    public ReadOnlyBooleanProperty generatingProperty() {
        return generating;
    }

    /// The answer of the last generation that came to its end.
    public ReadOnlyObjectProperty<@Nullable Generated> generatedProperty() {
        return generated;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// Fetches the tools and opens what was open when the studio was last left.
    public void load() {
        failure.set(null);
        background.run(() -> backend.api().writing().tools(), this::loaded, problem -> failed(problem, this::load));
    }

    public void pick(Tool tool) {
        form.set(filled.computeIfAbsent(tool.type(), _ -> new ToolForm(tool)));
    }

    public void pickAnother() {
        form.set(null);
    }

    public void startAfresh() {
        stop();
        put(new Document(background, backend));
        preferences.forget(LAST);
    }

    public void open(long id) {
        if (document.get().id().equals(OptionalLong.of(id))) {
            return;
        }
        stop();
        background.run(
                () -> backend.api().creations().creation(id),
                creation -> put(Document.of(creation, background, backend)),
                problem -> failed(problem, () -> open(id)));
    }

    /// Nothing already written is touched: a text goes into a blank document, a new one if this one is not.
    public void generate() {
        into((filledIn, id) -> filledIn.request(filledIn.title(), model(), id, null), this::generate);
    }

    /// The same without any model, for whoever has no network now.
    public void generateOffline() {
        into(ToolForm::offlineRequest, this::generateOffline);
    }

    /// The model goes on from the text as it stands.
    public void continueWriting() {
        var target = document.get();
        if (generating.get() || target.blank() || tools.isEmpty()) {
            return;
        }
        var picked = form.get();
        var filledIn = picked == null ? new ToolForm(tools.getFirst()) : picked;
        var before = target.textProperty().get();
        var title = target.titleProperty().get();
        run(
                new Order(target, filledIn.tool(), before, this::continueWriting),
                id -> filledIn.request(title, model(), id, tail(before)));
    }

    /// What was written so far stays.
    public void stop() {
        if (underWay != null) {
            underWay.stop();
        }
    }

    /// Stops what is being written and saves every text that was open; `then` gets null, or why one could not be saved.
    public void settle(Consumer<@Nullable Exception> then) {
        if (underWay == null) {
            settle(List.copyOf(unsaved), then);
        } else {
            whenEnded.add(() -> settle(List.copyOf(unsaved), then));
            underWay.stop();
        }
    }

    private static void settle(List<Document> open, Consumer<@Nullable Exception> then) {
        if (open.isEmpty()) {
            then.accept(null);
            return;
        }
        open.getFirst().flush(problem -> {
            if (problem == null) {
                settle(open.subList(1, open.size()), then);
            } else {
                then.accept(problem);
            }
        });
    }

    /// Does again what failed.
    public void tryAgain() {
        failure.set(null);
        again.run();
    }

    /// Saves first. `format` is md, html or docx.
    public void export(String format, Path file, Consumer<Path> onSuccess, Consumer<Exception> onFailure) {
        var exported = document.get();
        exported.flush(problem -> {
            if (problem != null) {
                onFailure.accept(problem);
                return;
            }
            background.run(
                    () -> Files.write(
                            file, backend.api().creations().export(exported.id().orElseThrow(), format)),
                    onSuccess,
                    onFailure);
        });
    }

    public void dismissFailure() {
        failure.set(null);
    }

    private void loaded(List<Tool> all) {
        tools.setAll(all);
        var last = preferences.number(LAST);
        if (last.isEmpty() || !document.get().untouched()) {
            ready.set(true);
            return;
        }
        background.run(
                () -> backend.api().creations().creation(last.getAsLong()),
                creation -> {
                    if (document.get().untouched() && creation.deletedAt() == null) {
                        put(Document.of(creation, background, backend));
                    }
                    ready.set(true);
                },
                gone -> {
                    preferences.forget(LAST);
                    ready.set(true);
                });
    }

    private interface Asking {
        WritingRequest request(ToolForm filledIn, long creationId);
    }

    /// A text to be written into `target`, after what stands there `before`; how to ask for it `again`.
    private record Order(Document target, Tool tool, String before, Runnable again) {}

    private void into(Asking asking, Runnable afresh) {
        var filledIn = form.get();
        if (filledIn == null || generating.get() || !filledIn.missing().isEmpty()) {
            return;
        }
        if (!document.get().blank()) {
            put(new Document(background, backend));
        }
        var target = document.get();
        if (target.titleProperty().get().isBlank()) {
            target.titleProperty().set(filledIn.title());
        }
        run(new Order(target, filledIn.tool(), "", afresh), id -> asking.request(filledIn, id));
    }

    /// The target is saved first: it has its place on the server before the text comes, and saves itself meanwhile.
    private void run(Order order, LongFunction<WritingRequest> request) {
        var generation = new Generation(background, piece -> append(order, piece));
        underWay = generation;
        failure.set(null);
        generated.set(null);
        generating.set(true);
        order.target().settle(problem -> {
            if (problem != null || generation.stopped()) {
                broken(order, generation, problem);
            } else {
                stream(order, generation, request.apply(order.target().id().orElseThrow()));
            }
        });
    }

    private void stream(Order order, Generation generation, WritingRequest request) {
        background.run(
                () -> generation.run(backend.api(), order.tool().type(), request),
                outcome -> finished(order, outcome),
                problem -> broken(order, generation, problem));
    }

    /// The server joins the new text to the whole that it keeps; the model needs no more than the end of it.
    private static @Nullable String tail(String text) {
        return text.isEmpty() ? null : text.substring(Math.max(0, text.length() - LONGEST_TAIL));
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
        target.adopt(outcome.generated(), outcome.stored());
        remember(target);
        generated.set(outcome.generated());
        ended();
    }

    /// Without a `problem` it was stopped before it began. What was written so far is the person's to keep.
    private void broken(Order order, Generation generation, @Nullable Exception problem) {
        if (problem != null && !generation.stopped()) {
            failed(problem, order.again());
        }
        ended();
    }

    private void failed(Exception problem, Runnable anew) {
        again = anew;
        failure.set(problem);
    }

    private void ended() {
        underWay = null;
        generating.set(false);
        var waiting = List.copyOf(whenEnded);
        whenEnded.clear();
        waiting.forEach(Runnable::run);
    }

    private @Nullable Long model() {
        var chosen = preferences.number(MODEL);
        return chosen.isPresent() ? (Long) chosen.getAsLong() : null;
    }

    private void put(Document next) {
        document.get().flush(EditorModel::leftToItsRetries);
        generated.set(null);
        failure.set(null);
        document.set(next);
        follow(next);
        remember(next);
    }

    private void follow(Document next) {
        counter.follow(next.textProperty());
        next.savingProperty().addListener((_, _, state) -> {
            if (state == Document.Saving.SAVED) {
                unsaved.remove(next);
            } else {
                unsaved.add(next);
            }
            remember(next);
        });
    }

    /// It tries again by itself, and stays among the unsaved until it succeeds.
    private static void leftToItsRetries(@Nullable Exception problem) {}

    private void remember(Document open) {
        if (open == document.get()) {
            open.id().ifPresent(id -> preferences.keep(LAST, id));
        }
    }
}
