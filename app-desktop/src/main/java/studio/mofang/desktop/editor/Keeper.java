package studio.mofang.desktop.editor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.desktop.editor.Document.Saving;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// Brings one document to safety, within half a second of the first key that is not: to the server's shelf; or, while
/// that
/// does not answer, into the drawer, from where it goes to the shelf later. So a kill costs less than a second of
/// typing at any time, before the server is up as well as after.
final class Keeper {
    static final Duration PAUSE = Duration.ofMillis(400);
    static final Duration RETRY = Duration.ofSeconds(2);

    private final ObjectProperty<Saving> state = new SimpleObjectProperty<>(Saving.NOTHING_TO_SAVE);
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final List<Consumer<@Nullable Exception>> whenSettled = new ArrayList<>();
    private final Document document;
    private final Background background;
    private final Backend backend;
    private final Drawer drawer;
    private long edits;
    private boolean due;
    private boolean writing;
    private boolean resting;
    private boolean expecting;
    private boolean away;

    /// What is sent to the server, as it stood at the turn.
    private record Snapshot(long edits, long turn, @Nullable Long id, Draft draft, Sheet sheet) {
        /// A repeated create is answered with what the first one stored, which may be older than what was sent.
        boolean storedAs(Creation stored) {
            return id != null || Document.same(draft, stored);
        }
    }

    Keeper(Document document, Background background, Backend backend, Drawer drawer) {
        this.document = document;
        this.background = background;
        this.backend = backend;
        this.drawer = drawer;
    }

    ObjectProperty<Saving> state() {
        return state;
    }

    ObjectProperty<@Nullable Exception> failure() {
        return failure;
    }

    boolean edited() {
        return edits > 0;
    }

    boolean writing() {
        return writing;
    }

    /// Something was typed.
    void changed() {
        edits++;
        if (state.get() != Saving.FAILED) {
            state.set(Saving.UNSAVED);
        }
        soon();
    }

    /// The server has what stands here, which a copy in the drawer then repeats.
    void stored() {
        failure.set(null);
        state.set(Saving.SAVED);
        copy();
    }

    /// It was stored when it was put into the drawer, and is shown from there.
    void copied() {
        state.set(Saving.SAVED);
    }

    /// Saves what is unsaved; `then` gets null once everything is, or the reason why it could not be.
    void flush(Consumer<@Nullable Exception> then) {
        if (state.get() == Saving.NOTHING_TO_SAVE || state.get() == Saving.SAVED) {
            then.accept(null);
            return;
        }
        whenSettled.add(then);
        save();
    }

    /// As `flush`, but without a server the drawer is safe enough.
    void secure(Consumer<@Nullable Exception> then) {
        if (backend.serving() || state.get() == Saving.NOTHING_TO_SAVE || state.get() == Saving.SAVED) {
            flush(then);
        } else {
            note(then);
        }
    }

    /// Puts what stands here into the drawer; `then` gets null, or why that failed.
    void note(Consumer<@Nullable Exception> then) {
        var turn = drawer.turn();
        var sheet = document.sheet(false);
        var noted = edits;
        background.run(
                () -> {
                    drawer.keep(turn, sheet);
                    return sheet;
                },
                _ -> {
                    if (noted == edits && state.get() == Saving.UNSAVED) {
                        state.set(Saving.NOTED);
                    }
                    then.accept(null);
                },
                then::accept);
    }

    /// Nothing came of it: neither the server nor the drawer keeps an empty sheet.
    void withdraw(long id) {
        var uuid = document.uuid();
        state.set(Saving.NOTHING_TO_SAVE);
        tidy(turn -> drawer.drop(turn, uuid));
        background.run(
                () -> {
                    new Shelf(backend.api().creations()).remove(id);
                    return id;
                },
                _ -> {},
                problem ->
                        LoggerFactory.getLogger(Keeper.class).warn("an empty creation stays in the gallery", problem));
    }

    /// Another document takes its place on the desk: once stored it needs no copy in the drawer.
    void putAway() {
        away = true;
        flush(Keeper::leftToItsRetries);
        if (state.get() == Saving.SAVED) {
            copy();
        }
    }

    private static void leftToItsRetries(@Nullable Exception problem) {}

    private void soon() {
        if (!due) {
            due = true;
            background.after(PAUSE, () -> {
                due = false;
                bringToSafety();
            });
        }
    }

    private void bringToSafety() {
        if (backend.starting() || writing || resting) {
            note(problem -> {
                if (problem != null) {
                    failed(problem);
                }
            });
        }
        if (!resting) {
            save();
        }
    }

    private void save() {
        if (backend.starting()) {
            saveOnceDecided();
        } else if (!writing && state.get() != Saving.SAVED) {
            writing = true;
            var snapshot = snapshot();
            background.run(
                    () -> {
                        drawer.bringUp(snapshot.turn(), snapshot.sheet());
                        return new Shelf(backend.api().creations()).put(snapshot.id(), snapshot.draft());
                    },
                    stored -> saved(snapshot, stored),
                    problem -> {
                        writing = false;
                        note(Keeper::leftToItsRetries);
                        failed(problem);
                    });
        }
    }

    private void saveOnceDecided() {
        if (!expecting) {
            expecting = true;
            backend.whenDecided(() -> background.onScreen(() -> {
                expecting = false;
                save();
            }));
        }
    }

    private Snapshot snapshot() {
        return new Snapshot(edits, drawer.turn(), document.key(), document.draft(), document.sheet(false));
    }

    private void saved(Snapshot snapshot, Creation stored) {
        writing = false;
        forgetOther(stored.uuid());
        document.became(stored);
        failure.set(null);
        if (snapshot.edits() == edits && snapshot.storedAs(stored)) {
            stored();
            settled(null);
            return;
        }
        state.set(Saving.UNSAVED);
        if (whenSettled.isEmpty()) {
            soon();
        } else {
            save();
        }
    }

    /// A text whose creation is gone for good is made anew under another name.
    private void forgetOther(UUID now) {
        var before = document.uuid();
        if (!before.equals(now)) {
            tidy(turn -> drawer.drop(turn, before));
        }
    }

    private void failed(Exception problem) {
        failure.set(problem);
        state.set(Saving.FAILED);
        if (!resting) {
            resting = true;
            background.after(RETRY, () -> {
                resting = false;
                save();
            });
        }
        settled(problem);
    }

    private void settled(@Nullable Exception problem) {
        var waitingForIt = List.copyOf(whenSettled);
        whenSettled.clear();
        waitingForIt.forEach(each -> each.accept(problem));
    }

    private void copy() {
        var sheet = document.sheet(true);
        tidy(turn -> {
            if (away) {
                drawer.drop(turn, sheet.uuid());
            } else {
                drawer.keep(turn, sheet);
            }
        });
    }

    private interface Tidying {
        void run(long turn) throws java.io.IOException;
    }

    /// Only the next start's first sight depends on it.
    private void tidy(Tidying tidying) {
        var turn = drawer.turn();
        background.run(
                () -> {
                    tidying.run(turn);
                    return turn;
                },
                _ -> {},
                problem -> LoggerFactory.getLogger(Keeper.class).warn("the drawer is not up to date", problem));
    }
}
