package studio.mofang.desktop.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
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
    private final Background background;
    private final Backend backend;
    private final Preferences preferences;
    private @Nullable Generation underWay;

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
        background.run(() -> backend.api().writing().tools(), this::loaded, failure::set);
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
                failure::set);
    }

    /// Nothing already written is touched: a text goes into a blank document, a new one if this one is not.
    public void generate() {
        into((filledIn, id) -> filledIn.request(filledIn.title(), model(), id, null));
    }

    /// The same without any model, for whoever has no network now.
    public void generateOffline() {
        into(ToolForm::offlineRequest);
    }

    /// The model goes on from the text as it stands.
    public void continueWriting() {
        if (generating.get() || document.get().blank() || tools.isEmpty()) {
            return;
        }
        var picked = form.get();
        var filledIn = picked == null ? new ToolForm(tools.getFirst()) : picked;
        document.get().flush(() -> {
            document.get().beQuiet();
            var text = document.get().textProperty().get();
            var title = document.get().titleProperty().get();
            run(filledIn.tool(), filledIn.request(title, model(), id(document.get()), tail(text)), text);
        });
    }

    /// What was written so far stays.
    public void stop() {
        if (underWay != null) {
            underWay.stop();
        }
    }

    /// Saves first. `format` is md, html or docx.
    public void export(String format, Path file, Consumer<Path> onSuccess, Consumer<Exception> onFailure) {
        var exported = document.get();
        exported.flush(() -> background.run(
                () -> Files.write(
                        file, backend.api().creations().export(exported.id().orElseThrow(), format)),
                onSuccess,
                onFailure));
    }

    public void dismissFailure() {
        failure.set(null);
    }

    private void loaded(java.util.List<Tool> all) {
        tools.setAll(all);
        var last = preferences.number(LAST);
        if (last.isEmpty() || !document.get().blank()) {
            ready.set(true);
            return;
        }
        background.run(
                () -> backend.api().creations().creation(last.getAsLong()),
                creation -> {
                    if (document.get().blank() && creation.deletedAt() == null) {
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
        WritingRequest request(ToolForm filledIn, @Nullable Long creationId);
    }

    private void into(Asking asking) {
        var filledIn = form.get();
        if (filledIn == null || generating.get() || !filledIn.missing().isEmpty()) {
            return;
        }
        if (!document.get().blank()) {
            put(new Document(background, backend));
        }
        document.get().beQuiet();
        document.get().titleProperty().set(filledIn.title());
        run(filledIn.tool(), asking.request(filledIn, id(document.get())), "");
    }

    private void run(Tool tool, WritingRequest request, String continueFrom) {
        var target = document.get();
        var generation = new Generation(background, piece -> append(target, continueFrom, piece));
        underWay = generation;
        failure.set(null);
        generated.set(null);
        generating.set(true);
        background.run(
                () -> generation.run(backend.api(), tool.type(), request),
                outcome -> finished(target, outcome, continueFrom),
                problem -> broken(target, generation, problem));
    }

    private static @Nullable Long id(Document saved) {
        return saved.id().isPresent() ? (Long) saved.id().getAsLong() : null;
    }

    /// The server joins the new text to the whole that it keeps; the model needs no more than the end of it.
    private static @Nullable String tail(String text) {
        return text.isEmpty() ? null : text.substring(Math.max(0, text.length() - LONGEST_TAIL));
    }

    /// A continuation begins its own paragraph.
    private static void append(Document target, String before, String piece) {
        var text = target.textProperty();
        var seam = !before.isEmpty() && text.get().equals(before) && !before.endsWith("\n") && !piece.startsWith("\n");
        text.set(text.get() + (seam ? "\n\n" : "") + piece);
    }

    private void finished(Document target, Generation.Outcome outcome, String continueFrom) {
        if (target.blank() || target.textProperty().get().equals(continueFrom)) {
            append(target, continueFrom, outcome.generated().content());
        }
        target.adopt(outcome.generated(), outcome.stored());
        remember(target);
        generated.set(outcome.generated());
        ended();
    }

    private void broken(Document target, Generation generation, Exception problem) {
        target.speakAgain();
        if (!generation.stopped()) {
            failure.set(problem);
        }
        ended();
    }

    private void ended() {
        underWay = null;
        generating.set(false);
    }

    private @Nullable Long model() {
        var chosen = preferences.number(MODEL);
        return chosen.isPresent() ? (Long) chosen.getAsLong() : null;
    }

    private void put(Document next) {
        document.get().flush(() -> {});
        generated.set(null);
        failure.set(null);
        document.set(next);
        follow(next);
        remember(next);
    }

    private void follow(Document next) {
        counter.follow(next.textProperty());
        next.savingProperty().addListener((_, _, _) -> remember(next));
    }

    private void remember(Document open) {
        if (open == document.get()) {
            open.id().ifPresent(id -> preferences.keep(LAST, id));
        }
    }
}
