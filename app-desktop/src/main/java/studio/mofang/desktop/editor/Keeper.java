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

/// Brings one document to safety, within half a second of the first key that is not: into the drawer, and from there to
/// the server's shelf as soon as that answers. So a kill costs less than a second of typing at any time, before the
/// server is up as well as after, and however long it takes over a save.
final class Keeper {
    static final Duration PAUSE = Duration.ofMillis(400);
    static final Duration RETRY = Duration.ofSeconds(2);

    private final ObjectProperty<Saving> state = new SimpleObjectProperty<>(Saving.NOTHING_TO_SAVE);
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final List<Consumer<@Nullable Exception>> whenSettled = new ArrayList<>();
    private final Document document;
    private final Background background;
    private final Backend backend;
    private final Stowing stowing;
    private long edits;
    private boolean due;
    private boolean writing;
    private boolean resting;
    private boolean expecting;
    private boolean dictated;
    private boolean away;
    private Runnable gone = () -> {};
    /// What may have reached the server, whether or not it answered.
    private @Nullable Draft sent;

    /// What is sent to the server, as it stood at the turn.
    private record Snapshot(long edits, long turn, Sheet sheet, Sending sending) {}

    Keeper(Document document, Background background, Backend backend, Drawer drawer) {
        this.document = document;
        this.background = background;
        this.backend = backend;
        this.stowing = new Stowing(background, drawer);
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

    /// It lay in the drawer, as it was `stored` then or on its way.
    void shown(boolean stored) {
        sent = document.draft();
        if (stored) {
            state.set(Saving.SAVED);
        } else {
            changed();
        }
    }

    /// The server has this document under these names.
    void became(Creation stored) {
        forgetOther(stored.uuid());
        document.became(stored);
    }

    void dictated(boolean now) {
        dictated = now;
        if (!now && state.get().due()) {
            soon();
        }
    }

    /// What was shown from the drawer as stored is compared with what the server has now, until there is an answer.
    void recall(Runnable whenGone) {
        gone = whenGone;
        save();
    }

    /// Saves what is unsaved; `then` gets null once everything is, or the reason why it could not be.
    void flush(Consumer<@Nullable Exception> then) {
        if (!state.get().due() && !unconfirmed()) {
            then.accept(null);
            return;
        }
        whenSettled.add(then);
        save();
    }

    /// As `flush`, but without a server the drawer is safe enough.
    void secure(Consumer<@Nullable Exception> then) {
        if (!state.get().due()) {
            then.accept(null);
        } else if (backend.serving()) {
            flush(then);
        } else {
            note(then);
        }
    }

    /// Puts what stands here into the drawer; `then` gets null, or why that failed.
    void note(Consumer<@Nullable Exception> then) {
        var noted = edits;
        stowing.note(
                document.sheet(false),
                () -> {
                    if (noted == edits && state.get() == Saving.UNSAVED) {
                        state.set(Saving.NOTED);
                    }
                    then.accept(null);
                },
                then::accept);
    }

    /// Nothing came of it: neither the server nor the drawer keeps an empty sheet.
    void withdraw(long id) {
        state.set(Saving.NOTHING_TO_SAVE);
        sent = null;
        stowing.drop(document.uuid());
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
        if (state.get().due()) {
            flush(Keeper::leftToItsRetries);
        } else if (state.get() == Saving.SAVED) {
            copy();
        }
    }

    private static void leftToItsRetries(@Nullable Exception problem) {}

    /// Stored when it was put into the drawer, and not yet found again.
    private boolean unconfirmed() {
        return state.get() == Saving.SAVED && document.key() == null;
    }

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
        if (backend.starting() || writing || resting || dictated) {
            note(problem -> {
                if (problem != null) {
                    failed(problem);
                }
            });
        }
        if (!resting && !dictated) {
            save();
        }
    }

    private void save() {
        if (backend.starting()) {
            saveOnceDecided();
        } else if (!writing && unconfirmed()) {
            find();
        } else if (!writing && state.get().due()) {
            send();
        }
    }

    private void send() {
        writing = true;
        var snapshot = snapshot();
        sent = snapshot.sending().draft();
        background.run(
                () -> {
                    stowing.layIn(snapshot.turn(), snapshot.sheet());
                    return new Shelf(backend.api().creations()).put(snapshot.sending());
                },
                put -> saved(snapshot, put),
                problem -> {
                    writing = false;
                    note(Keeper::leftToItsRetries);
                    failed(problem);
                });
    }

    private void find() {
        writing = true;
        var draft = document.draft();
        background.run(
                () -> new Shelf(backend.api().creations()).find(draft),
                found -> {
                    writing = false;
                    found(found.orElse(null));
                },
                problem -> {
                    writing = false;
                    notFound(problem);
                });
    }

    private void found(@Nullable Creation found) {
        if (edited()) {
            // Whoever has written on since stores that, and meets there what the server has.
            save();
        } else if (found == null && whenSettled.isEmpty()) {
            gone.run();
        } else if (found != null && document.reads(found)) {
            became(found);
            stored();
            settled(null);
        } else if (found != null && document.olderThan(found)) {
            document.show(found);
            settled(null);
        } else {
            // Somebody needs what was deleted, or the data are older than the drawer: what stands here is stored anew.
            changed();
            save();
        }
    }

    private void notFound(Exception problem) {
        if (edited()) {
            save();
        } else if (!away) {
            background.after(RETRY, this::save);
        }
        settled(problem);
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
        return new Snapshot(
                edits, stowing.turn(), document.sheet(false), new Sending(document.key(), document.draft(), sent));
    }

    private void saved(Snapshot snapshot, Shelf.Put put) {
        writing = false;
        became(put.stored());
        if (put.aside() != null) {
            document.putAside(put.aside());
        }
        failure.set(null);
        if (snapshot.edits() == edits) {
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
            stowing.drop(before);
        }
    }

    private void failed(Exception problem) {
        failure.set(problem);
        state.set(Saving.FAILED);
        if (!resting) {
            resting = true;
            background.after(RETRY, () -> {
                resting = false;
                if (!dictated) {
                    save();
                }
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
        if (away) {
            stowing.drop(document.uuid());
        } else {
            stowing.copy(document.sheet(true));
        }
    }
}
