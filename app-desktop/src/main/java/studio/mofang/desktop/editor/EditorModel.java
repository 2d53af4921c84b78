package studio.mofang.desktop.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Generated;
import studio.mofang.core.Creations.Tool;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.writing.WritingTool;
import studio.mofang.core.writing.WritingTools;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Preferences;

/// What the editor shows and does: the tools and the form in front, the document, and the text under way. The tools and
/// what was open last are there from the beginning; only what a model does waits for the server.
public final class EditorModel {
    private static final String MODEL = "model.text";
    private static final int LONGEST_TAIL = 20_000;

    private final List<Tool> tools =
            WritingTools.all().stream().map(WritingTool::wire).toList();
    private final ObjectProperty<@Nullable ToolForm> form = new SimpleObjectProperty<>();
    private final ObjectProperty<Document> document;
    private final BooleanProperty serving = new SimpleBooleanProperty();
    private final WordCounter counter;
    private final Map<String, ToolForm> filled = new HashMap<>();
    private final Set<Document> unsaved = new LinkedHashSet<>();
    private final Background background;
    private final Backend backend;
    private final Preferences preferences;
    private final Drawer drawer;
    private final Dictation dictation;
    private final IllustrationModel illustrations;
    private final VersionsModel versions;

    public EditorModel(Background background, Backend backend, Preferences preferences, Drawer drawer) {
        this.background = background;
        this.backend = backend;
        this.preferences = preferences;
        this.drawer = drawer;
        this.dictation = new Dictation(background, backend);
        this.illustrations = new IllustrationModel(background, backend);
        this.versions = new VersionsModel(background, backend);
        this.counter = new WordCounter(background);
        var left = drawer.sheets();
        this.document = new SimpleObjectProperty<>(blank());
        document.subscribe(next -> counter.follow(next.textProperty()));
        follow(document.get());
        left.stream().findFirst().ifPresent(sheet -> document.get().show(sheet));
        left.stream().skip(1).forEach(this::takeOut);
        backend.whenServing(() -> background.onScreen(this::served));
    }

    public List<Tool> tools() {
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

    /// True once the server behind the editor serves: until then it writes and keeps, but neither generates nor
    /// exports.
    public ReadOnlyBooleanProperty servingProperty() {
        return serving;
    }

    public ReadOnlyBooleanProperty generatingProperty() {
        return dictation.runningProperty();
    }

    /// The answer of the last generation that came to its end.
    public ReadOnlyObjectProperty<@Nullable Generated> generatedProperty() {
        return dictation.generatedProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return dictation.failureProperty();
    }

    public void pick(Tool tool) {
        form.set(filled.computeIfAbsent(tool.type(), _ -> new ToolForm(tool)));
    }

    public void pickAnother() {
        form.set(null);
    }

    public void startAfresh() {
        stop();
        put(blank());
    }

    /// Whether anything stands on the desk: an untouched sheet is no text yet.
    public boolean textOpen() {
        var shown = document.get();
        return shown.id().isPresent()
                || !shown.blank()
                || !shown.titleProperty().get().isBlank();
    }

    /// At the caret, where it can be undone.
    public void insert(UUID picture) {
        document.get().textProperty().insert(IllustrationModel.markdown(picture));
    }

    /// Takes pictures from outside into the text.
    IllustrationModel illustrations() {
        return illustrations;
    }

    /// What the text in front was before.
    VersionsModel versions() {
        return versions;
    }

    public void open(long id) {
        if (document.get().id().equals(OptionalLong.of(id))) {
            return;
        }
        stop();
        background.run(
                () -> backend.api().creations().creation(id),
                this::put,
                problem -> dictation.failed(problem, () -> open(id)));
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
        if (dictation.running() || !serving.get() || target.blank()) {
            return;
        }
        var picked = form.get();
        var filledIn = picked == null ? new ToolForm(tools.getFirst()) : picked;
        var before = target.textProperty().get();
        var title = target.titleProperty().get();
        dictation.take(
                new Dictation.Order(target, filledIn.tool(), before, this::continueWriting),
                id -> filledIn.request(title, model(), id, tail(before)));
    }

    /// What was written so far stays.
    public void stop() {
        dictation.stop();
    }

    /// Stops what is being written and saves every text that was open; without a server they are kept for the next
    /// start. `then` gets null, or why one of them is not safe.
    public void settle(Consumer<@Nullable Exception> then) {
        dictation.stop(() -> each(List.copyOf(unsaved), Document::secure, then));
    }

    /// Keeps every unsaved text on this machine, whatever the server does.
    public void keepForLater(Consumer<@Nullable Exception> then) {
        each(List.copyOf(unsaved), Document::note, then);
    }

    private interface Safekeeping {
        void of(Document document, Consumer<@Nullable Exception> then);
    }

    private static void each(List<Document> open, Safekeeping way, Consumer<@Nullable Exception> then) {
        if (open.isEmpty()) {
            then.accept(null);
            return;
        }
        way.of(open.getFirst(), problem -> {
            if (problem == null) {
                each(open.subList(1, open.size()), way, then);
            } else {
                then.accept(problem);
            }
        });
    }

    /// Does again what failed.
    public void tryAgain() {
        dictation.tryAgain();
    }

    public void dismissFailure() {
        dictation.dismissFailure();
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

    /// What had to give way to the text in front takes its place again, and that one goes into the history instead.
    public void exchange() {
        var shown = document.get();
        shown.flush(problem -> {
            if (problem == null) {
                exchange(shown);
            } else {
                dictation.failed(problem, this::exchange);
            }
        });
    }

    private void exchange(Document shown) {
        var id = shown.id();
        var other = shown.asideProperty().get();
        if (id.isEmpty() || other == null) {
            return;
        }
        background.run(
                () -> backend.api().creations().restoreVersion(id.getAsLong(), other),
                shown::exchanged,
                problem -> dictation.failed(problem, this::exchange));
    }

    private interface Asking {
        WritingRequest request(ToolForm filledIn, long creationId);
    }

    private void into(Asking asking, Runnable afresh) {
        var filledIn = form.get();
        if (filledIn == null
                || dictation.running()
                || !serving.get()
                || !filledIn.missing().isEmpty()) {
            return;
        }
        if (!document.get().blank()) {
            put(blank());
        }
        var target = document.get();
        if (target.titleProperty().get().isBlank()) {
            target.titleProperty().set(filledIn.title());
        }
        dictation.take(new Dictation.Order(target, filledIn.tool(), "", afresh), id -> asking.request(filledIn, id));
    }

    /// The server joins the new text to the whole that it keeps; the model needs no more than the end of it.
    private static @Nullable String tail(String text) {
        return text.isEmpty() ? null : text.substring(Math.max(0, text.length() - LONGEST_TAIL));
    }

    private @Nullable Long model() {
        var chosen = preferences.number(MODEL);
        return chosen.isPresent() ? (Long) chosen.getAsLong() : null;
    }

    private Document blank() {
        return new Document(background, backend, drawer);
    }

    /// A text of the last run that was not on the desk: it only has to be saved.
    private void takeOut(Sheet sheet) {
        var waiting = blank();
        follow(waiting);
        waiting.show(sheet);
        waiting.putAway();
    }

    private void served() {
        serving.set(true);
        var shown = document.get();
        shown.recall(() -> replace(shown));
    }

    /// Nobody wants a text back on the desk that was deleted since, unless they write on it already.
    private void replace(Document gone) {
        if (gone == document.get() && gone.unedited()) {
            put(blank());
        }
    }

    private void put(Creation found) {
        var next = blank();
        next.show(found);
        put(next);
    }

    private void put(Document next) {
        document.get().putAway();
        dictation.clear();
        follow(next);
        document.set(next);
    }

    private void follow(Document next) {
        next.savingProperty().addListener((_, _, state) -> {
            if (state.due()) {
                unsaved.add(next);
            } else {
                unsaved.remove(next);
            }
        });
    }
}
