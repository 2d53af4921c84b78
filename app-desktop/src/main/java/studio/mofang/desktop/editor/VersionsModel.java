package studio.mofang.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Version;
import studio.mofang.core.Page;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// The versions of the text on the desk, the present one first, as far back as somebody looked; one of them can be
/// read, named, and put in the place of what stands there now, which then is a version like the others.
final class VersionsModel {
    static final int PAGE = 50;

    private final ObservableList<Version> versions = FXCollections.observableArrayList();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.LOADING);
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final BooleanProperty changing = new SimpleBooleanProperty();
    private final Background background;
    private final Backend backend;
    private final ReadingModel reading;
    private @Nullable Document document;
    private long asked;
    private long total;
    private int page;
    private boolean fetching;

    /// What stands in the place of the list. UNSTORED is a text that has no versions, for it was never saved.
    enum State {
        LOADING,
        SHOWN,
        UNSTORED,
        FAILED
    }

    /// A text that took another one's place, and the number of the one that it took.
    record Restored(Document document, long before) {}

    VersionsModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
        this.reading = new ReadingModel(background, backend);
    }

    ObservableList<Version> versions() {
        return versions;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// While a version is being restored or named.
    ReadOnlyBooleanProperty changingProperty() {
        return changing;
    }

    /// The version that is being read.
    ReadingModel reading() {
        return reading;
    }

    /// What is unsaved is saved first, so that the present text is the first of its versions.
    void open(Document shown) {
        document = shown;
        refresh();
    }

    void refresh() {
        var opened = document;
        if (opened == null) {
            return;
        }
        var question = ++asked;
        versions.clear();
        reading.close();
        failure.set(null);
        state.set(State.LOADING);
        opened.flush(problem -> {
            if (question != asked) {
                return;
            }
            if (opened.id().isPresent()) {
                // What cannot be saved now does not hide what was: a store that is read-only can be read.
                fetch(opened, 1);
            } else if (problem == null) {
                state.set(State.UNSTORED);
            } else {
                failed(problem);
            }
        });
    }

    /// Called when the end of what was fetched comes near.
    void more() {
        var opened = document;
        if (opened != null && !fetching && state.get() == State.SHOWN && (long) page * PAGE < total) {
            fetch(opened, page + 1);
        }
    }

    /// Nobody looks any more: what still comes is dropped.
    void close() {
        asked++;
        document = null;
        versions.clear();
        reading.close();
    }

    void choose(Version version) {
        var opened = document;
        if (opened != null) {
            reading.read(opened, version);
        }
    }

    /// The one that stands on the desk.
    boolean present(Version version) {
        return !versions.isEmpty() && versions.getFirst().version() == version.version();
    }

    /// Keeps a version under a name: later changes never take its place.
    void name(Version version, String name, Consumer<Version> onSuccess, Consumer<Exception> onFailure) {
        var opened = document;
        if (opened == null || changing.get() || name.isBlank()) {
            return;
        }
        changing.set(true);
        var id = opened.id().orElseThrow();
        background.run(
                () -> backend.api().creations().nameVersion(id, version.version(), name.strip()),
                named -> {
                    changing.set(false);
                    versions.replaceAll(one -> one.version() == named.version() ? named : one);
                    reading.named(named);
                    onSuccess.accept(named);
                },
                ended(onFailure));
    }

    /// What stands on the desk is saved first, and becomes the version before the restored one.
    void restore(Version version, Consumer<Restored> onSuccess, Consumer<Exception> onFailure) {
        var opened = document;
        if (opened != null) {
            restore(opened, version.version(), onSuccess, onFailure);
        }
    }

    /// The text from before stands on the desk again, and what was restored stays a version.
    void undo(Restored restored, Consumer<Restored> onSuccess, Consumer<Exception> onFailure) {
        restore(restored.document(), restored.before(), onSuccess, onFailure);
    }

    private void restore(Document opened, long version, Consumer<Restored> onSuccess, Consumer<Exception> onFailure) {
        if (changing.get()) {
            return;
        }
        changing.set(true);
        opened.flush(problem -> {
            if (problem != null) {
                ended(onFailure).accept(problem);
                return;
            }
            var id = opened.id().orElseThrow();
            background.run(
                    () -> backend.api().creations().restoreVersion(id, version),
                    now -> {
                        changing.set(false);
                        onSuccess.accept(restored(opened, now));
                    },
                    ended(onFailure));
        });
    }

    /// The server numbers without a gap: the one that gave way is the one before.
    private static Restored restored(Document opened, Creation now) {
        opened.restored(now);
        return new Restored(opened, now.version() - 1);
    }

    private Consumer<Exception> ended(Consumer<Exception> onFailure) {
        return problem -> {
            changing.set(false);
            onFailure.accept(problem);
        };
    }

    private void fetch(Document opened, int next) {
        fetching = true;
        var question = asked;
        var id = opened.id().orElseThrow();
        background.run(
                () -> backend.api().creations().versions(id, next, PAGE),
                found -> {
                    fetching = false;
                    if (question == asked) {
                        show(found, next);
                    }
                },
                problem -> {
                    fetching = false;
                    if (question == asked) {
                        failed(problem);
                    }
                });
    }

    /// A version that was made meanwhile moves the others on: what is there already is not shown twice.
    private void show(Page<Version> found, int shownPage) {
        page = shownPage;
        total = found.total();
        var known = versions.stream().map(Version::version).toList();
        List<Version> added = new ArrayList<>(found.items());
        added.removeIf(one -> known.contains(one.version()));
        versions.addAll(added);
        state.set(State.SHOWN);
    }

    /// What was already there stays: another try goes on from it.
    private void failed(Exception problem) {
        failure.set(problem);
        if (versions.isEmpty()) {
            state.set(State.FAILED);
        }
    }
}
