package studio.mofang.desktop.editor;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
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
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// One text on the desk. Its keeper saves it by itself while it is written, also after it was replaced on the desk.
public final class Document {
    static final Duration PAUSE = Keeper.PAUSE;
    static final Duration RETRY = Keeper.RETRY;

    private static final int LONGEST_FIRST_LINE = 40;

    private final StringProperty title = new SimpleStringProperty("");
    private final Manuscript text = new Manuscript();
    private final ObservableList<String> tags = FXCollections.observableArrayList();
    private final StringProperty provider = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Long> aside = new SimpleObjectProperty<>();
    private final Keeper keeper;
    private UUID uuid = UuidCreator.getTimeOrderedEpoch();
    private @Nullable Long id;
    private @Nullable Long version;
    private boolean showing;

    /// How far the text on the screen has come into the database; NOTED is safe on this machine, and waits for it.
    public enum Saving {
        NOTHING_TO_SAVE,
        UNSAVED,
        NOTED,
        SAVED,
        FAILED;

        boolean due() {
            return this != NOTHING_TO_SAVE && this != SAVED;
        }
    }

    Document(Background background, Backend backend, Drawer drawer) {
        keeper = new Keeper(this, background, backend, drawer);
        title.addListener((_, _, _) -> edited());
        text.addListener(_ -> edited());
        tags.addListener((javafx.collections.ListChangeListener<String>) _ -> edited());
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

    /// Who wrote it or a part of it: `offline`, dashscope, …; empty where a person did.
    public StringProperty providerProperty() {
        return provider;
    }

    public ReadOnlyObjectProperty<Saving> savingProperty() {
        return keeper.state();
    }

    /// Why the last attempt to save failed.
    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return keeper.failure();
    }

    /// Absent until the server answered for it once since the start.
    public OptionalLong id() {
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /// The version of another hand that had to give way to what stands here; it stays in the history.
    public ReadOnlyObjectProperty<@Nullable Long> asideProperty() {
        return aside;
    }

    public boolean blank() {
        return text.get().isBlank();
    }

    /// True while nobody has written anything here since it was put on the desk.
    boolean unedited() {
        return !keeper.edited();
    }

    /// Saves what is unsaved; `then` gets null once everything is, or the reason why it could not be.
    public void flush(Consumer<@Nullable Exception> then) {
        keeper.flush(then);
    }

    /// As `flush`, but while there is no server, being kept on this machine for the next start is enough.
    void secure(Consumer<@Nullable Exception> then) {
        keeper.secure(then);
    }

    /// Keeps what is unsaved on this machine, for the next start.
    void note(Consumer<@Nullable Exception> then) {
        keeper.note(then);
    }

    /// As `flush`, and also stores a document in which nothing stands yet: a model's text needs its place before it
    /// comes.
    void settle(Consumer<@Nullable Exception> then) {
        if (id == null) {
            keeper.changed();
        }
        keeper.flush(then);
    }

    /// While a model writes here, only this machine keeps what has come so far: the server stores the whole itself.
    void dictated(boolean now) {
        keeper.dictated(now);
    }

    /// The server never heard of it.
    boolean neverStored() {
        return id == null && version == null;
    }

    /// A model's text for which `settle` made a place did not come: where nothing stands here, nothing stays there.
    /// What is written here from now on has nothing to do with what is being removed.
    void withdraw() {
        if (id != null && blank() && !keeper.writing()) {
            keeper.withdraw(id);
            uuid = UuidCreator.getTimeOrderedEpoch();
            id = null;
            version = null;
        }
    }

    /// Another one takes its place on the desk.
    void putAway() {
        keeper.putAway();
    }

    /// Shows what the server has.
    void show(Creation creation) {
        showing = true;
        became(creation);
        title.set(creation.title());
        text.set(creation.content());
        tags.setAll(creation.tags());
        showing = false;
        keeper.stored();
    }

    /// Shows what lay in the drawer; where that was not stored, it goes to the server as soon as there is one. Its UUID
    /// tells the server which creation it is, and its version whether somebody else wrote there since.
    void show(Sheet sheet) {
        showing = true;
        uuid = sheet.uuid();
        version = sheet.version() == 0 ? null : sheet.version();
        title.set(sheet.title());
        text.set(sheet.text());
        tags.setAll(sheet.tags());
        provider.set(sheet.provider());
        showing = false;
        keeper.shown(sheet.stored());
    }

    /// Asks what became of a stored text that is shown from the drawer. `gone` runs when it was deleted and nobody
    /// wants it any more.
    void recall(Runnable gone) {
        keeper.recall(gone);
    }

    /// The model finished: the server stored it. Where its text is not what stands here, ours is saved over it.
    void adopt(Creation stored) {
        keeper.became(stored);
        if (title.get().isBlank()) {
            title.set(stored.title());
        }
        if (!keeper.writing() && Sending.same(draft(), stored)) {
            keeper.stored();
        } else {
            keeper.changed();
            keeper.flush(_ -> {});
        }
    }

    /// The version that was put aside stands here again; the one that stood here is now the one aside. Who has written
    /// on meanwhile keeps what they wrote, and finds the other aside once more.
    void exchanged(Creation other) {
        var before = version;
        if (restored(other)) {
            aside.set(before);
        }
    }

    /// An earlier version stands here again, unless somebody has written on meanwhile: they keep what they wrote, and
    /// find the other one aside with the next save.
    boolean restored(Creation earlier) {
        if (savingProperty().get() != Saving.SAVED) {
            return false;
        }
        show(earlier);
        return true;
    }

    public void dismissAside() {
        aside.set(null);
    }

    void became(Creation stored) {
        id = stored.id();
        uuid = stored.uuid();
        version = stored.version();
        var provenance = stored.provenance();
        provider.set(provenance == null ? "" : provenance.provider());
    }

    void putAside(Creation other) {
        aside.set(other.version());
    }

    /// How what stands here stands to what the server has now.
    boolean reads(Creation found) {
        return Long.valueOf(found.version()).equals(version) || Sending.same(draft(), found);
    }

    boolean olderThan(Creation found) {
        return version == null || version < found.version();
    }

    @Nullable
    Long key() {
        return id;
    }

    UUID uuid() {
        return uuid;
    }

    Draft draft() {
        return new Draft(
                id == null ? uuid : null,
                id == null ? Shelf.KIND : null,
                null,
                shownTitle(),
                text.get(),
                List.copyOf(tags),
                version);
    }

    Sheet sheet(boolean stored) {
        return new Sheet(uuid, version == null ? 0 : version, stored, title.get(), tags, provider.get(), text.get());
    }

    private void edited() {
        if (!showing && !(neverWritten() && title.get().isBlank() && tags.isEmpty() && blank())) {
            keeper.changed();
        }
    }

    private boolean neverWritten() {
        return keeper.state().get() == Saving.NOTHING_TO_SAVE;
    }

    private String shownTitle() {
        if (!title.get().isBlank()) {
            return title.get();
        }
        var start = text.get().strip().lines().findFirst().orElse("").replaceFirst("^[#>*\\-\\s]+", "");
        return start.substring(0, Math.min(start.length(), LONGEST_FIRST_LINE));
    }
}
