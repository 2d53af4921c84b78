package studio.mofang.desktop.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import studio.mofang.desktop.kit.Background;

/// Whether the database is damaged, which backups there are, and how far one is on its way into its place.
public final class BackupModel {
    private final BooleanProperty damaged = new SimpleBooleanProperty();
    private final ObservableList<Backup> backups = FXCollections.observableArrayList();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.CHOOSING);
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private Optional<Path> kept = Optional.empty();
    private final Background background;
    private final Texts texts;
    private final Store store;

    /// Where a restoration stands; after the last the studio has to begin again.
    public enum State {
        CHOOSING,
        RESTORING,
        RESTORED
    }

    /// The database in its folder, and the server on it.
    public interface Store {
        /// The newest first. Blocks.
        List<Backup> backups();

        /// Stops the server and puts the backup in the database's place. Returns what keeps the old one. Blocks.
        Optional<Path> restore(Backup backup) throws Exception;
    }

    /// Brings what is typed and not stored to safety, and tells null, or why that failed.
    public interface Texts {
        void keep(Consumer<@Nullable Exception> then);
    }

    public BackupModel(Background background, Texts texts, Store store) {
        this.background = background;
        this.texts = texts;
        this.store = store;
    }

    /// True while the server serves a damaged database, which it does read-only.
    ReadOnlyBooleanProperty damagedProperty() {
        return damaged;
    }

    /// What the server says of its database.
    public void found(boolean isDamaged) {
        damaged.set(isDamaged);
    }

    /// The newest first.
    ObservableList<Backup> backups() {
        return backups;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    /// Why the last attempt came to nothing.
    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// What keeps the database that was there before.
    Optional<Path> kept() {
        return kept;
    }

    void refresh() {
        background.run(store::backups, backups::setAll, failure::set);
    }

    /// First what is typed, then the database.
    void restore(Backup backup) {
        if (state.get() != State.CHOOSING) {
            return;
        }
        failure.set(null);
        state.set(State.RESTORING);
        texts.keep(problem -> {
            if (problem == null) {
                background.run(() -> store.restore(backup), this::restored, this::failed);
            } else {
                failed(problem);
            }
        });
    }

    private void restored(Optional<Path> before) {
        kept = before;
        state.set(State.RESTORED);
    }

    private void failed(Exception problem) {
        failure.set(problem);
        state.set(State.CHOOSING);
    }
}
