package studio.mofang.desktop.editor;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
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
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Creations.Generated;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// One text on the desk. It saves itself half a second after the first unsaved key, however long the typing goes on,
/// so that a kill costs less than a second of it. A document that was replaced on the desk still finishes its saving.
public final class Document {
    static final Duration PAUSE = Duration.ofMillis(500);
    static final Duration RETRY = Duration.ofSeconds(2);

    private final StringProperty title = new SimpleStringProperty("");
    private final Manuscript text = new Manuscript();
    private final ObservableList<String> tags = FXCollections.observableArrayList();
    private final StringProperty provider = new SimpleStringProperty("");
    private final ObjectProperty<Saving> saving = new SimpleObjectProperty<>(Saving.NOTHING_TO_SAVE);
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final List<Consumer<@Nullable Exception>> whenSettled = new ArrayList<>();
    private final Background background;
    private final Backend backend;
    private UUID uuid = UuidCreator.getTimeOrderedEpoch();
    private @Nullable Long id;
    private @Nullable Long version;
    private long edits;
    private boolean showing;
    private boolean writing;
    private boolean waiting;

    /// How far the text on the screen has come into the database.
    public enum Saving {
        NOTHING_TO_SAVE,
        UNSAVED,
        SAVED,
        FAILED
    }

    private record Snapshot(long edits, @Nullable Long id, Draft draft) {
        /// A repeated create is answered with what the first one stored, which may be older than what was sent.
        boolean storedAs(Creation stored) {
            return id != null
                    || (stored.content().equals(draft.content())
                            && stored.title().equals(draft.title()));
        }
    }

    Document(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
        title.addListener((_, _, _) -> edited());
        text.addListener(_ -> edited());
        tags.addListener((javafx.collections.ListChangeListener<String>) _ -> edited());
    }

    static Document of(Creation creation, Background background, Backend backend) {
        var document = new Document(background, backend);
        document.show(creation);
        return document;
    }

    public StringProperty titleProperty() {
        return title;
    }

    public Manuscript textProperty() {
        return text;
    }

    public ObservableList<String> tags() {
        return tags;
    }

    /// Who wrote it: `offline`, dashscope, …; empty where a person did.
    public StringProperty providerProperty() {
        return provider;
    }

    public ReadOnlyObjectProperty<Saving> savingProperty() {
        return saving;
    }

    /// Why the last attempt to save failed.
    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// Absent until it was saved once.
    public OptionalLong id() {
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    public boolean blank() {
        return text.get().isBlank();
    }

    /// True while nobody has written anything here and nothing is stored.
    boolean untouched() {
        return id == null && edits == 0;
    }

    /// Saves what is unsaved; `then` gets null once everything is, or the reason why it could not be.
    public void flush(Consumer<@Nullable Exception> then) {
        if (saving.get() == Saving.NOTHING_TO_SAVE || saving.get() == Saving.SAVED) {
            then.accept(null);
            return;
        }
        whenSettled.add(then);
        save();
    }

    /// As `flush`, and also stores a document in which nothing stands yet: a model's text needs its place before it
    /// comes.
    void settle(Consumer<@Nullable Exception> then) {
        if (id == null) {
            unsaved();
        }
        flush(then);
    }

    /// The model finished: the server stored it. Where its text is not what stands here, ours is saved over it.
    void adopt(Generated generated, Creation stored) {
        id = stored.id();
        uuid = stored.uuid();
        version = stored.version();
        provider.set(generated.provider());
        if (title.get().isBlank()) {
            title.set(stored.title());
        }
        if (!writing && same(stored)) {
            failure.set(null);
            saving.set(Saving.SAVED);
        } else {
            unsaved();
            save();
        }
    }

    private boolean same(Creation stored) {
        return stored.content().equals(text.get())
                && stored.title().equals(title.get())
                && Set.copyOf(stored.tags()).equals(Set.copyOf(tags));
    }

    private void show(Creation creation) {
        showing = true;
        id = creation.id();
        uuid = creation.uuid();
        version = creation.version();
        title.set(creation.title());
        text.set(creation.content());
        tags.setAll(creation.tags());
        var provenance = creation.provenance();
        provider.set(provenance == null ? "" : provenance.provider());
        saving.set(Saving.SAVED);
        showing = false;
    }

    private void edited() {
        if (!showing && !(untouched() && title.get().isBlank() && tags.isEmpty() && blank())) {
            unsaved();
        }
    }

    private void unsaved() {
        edits++;
        if (saving.get() == Saving.FAILED) {
            saveAfter(RETRY);
        } else {
            saving.set(Saving.UNSAVED);
            saveAfter(PAUSE);
        }
    }

    private void saveAfter(Duration pause) {
        if (!waiting) {
            waiting = true;
            background.after(pause, () -> {
                waiting = false;
                save();
            });
        }
    }

    private void save() {
        if (writing) {
            return;
        }
        writing = true;
        var draft = new Draft(
                id == null ? uuid : null,
                id == null ? Shelf.KIND : null,
                null,
                shownTitle(),
                text.get(),
                List.copyOf(tags),
                version);
        var snapshot = new Snapshot(edits, id, draft);
        background.run(
                () -> new Shelf(backend.api().creations()).put(snapshot.id(), draft),
                stored -> saved(snapshot, stored),
                this::failed);
    }

    private String shownTitle() {
        if (!title.get().isBlank()) {
            return title.get();
        }
        var start = text.get().strip().lines().findFirst().orElse("").replaceFirst("^[#>*\\-\\s]+", "");
        return start.substring(0, Math.min(start.length(), 40));
    }

    private void saved(Snapshot snapshot, Creation stored) {
        writing = false;
        id = stored.id();
        uuid = stored.uuid();
        version = stored.version();
        failure.set(null);
        if (snapshot.edits() == edits && snapshot.storedAs(stored)) {
            saving.set(Saving.SAVED);
            settled(null);
            return;
        }
        saving.set(Saving.UNSAVED);
        if (whenSettled.isEmpty()) {
            saveAfter(PAUSE);
        } else {
            save();
        }
    }

    private void failed(Exception problem) {
        writing = false;
        failure.set(problem);
        saving.set(Saving.FAILED);
        saveAfter(RETRY);
        settled(problem);
    }

    private void settled(@Nullable Exception problem) {
        var waitingForIt = List.copyOf(whenSettled);
        whenSettled.clear();
        waitingForIt.forEach(each -> each.accept(problem));
    }
}
