package studio.mofang.desktop.slides;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.mofang.core.Slides.Deck;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// The deck that is looked at, with the pictures of its slides.
final class DeckModel {
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.None());
    private final Background background;
    private final Backend backend;
    private long asked;

    /// What is looked at. `id` is the deck's, whatever became of it.
    sealed interface State {
        /// Whether this is the deck with that id.
        default boolean of(long id) {
            return switch (this) {
                case None _ -> false;
                case Loading loading -> loading.id() == id;
                case Shown shown -> shown.deck().pptId() == id;
                case Failed failed -> failed.id() == id;
            };
        }

        record None() implements State {}

        record Loading(long id) implements State {}

        /// The slides as PNGs.
        record Shown(Deck deck, List<byte[]> pages) implements State {
            public Shown {
                pages = List.copyOf(pages);
            }
        }

        record Failed(long id, Exception problem) implements State {}
    }

    private interface Source {
        Deck deck() throws Exception;
    }

    DeckModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    /// One that was made before.
    void open(long id) {
        show(id, () -> backend.api().slides().deck(id));
    }

    /// One that was made just now.
    void show(Deck deck) {
        show(deck.pptId(), () -> deck);
    }

    /// Writes the deck's file to `target`.
    void save(Deck deck, Path target, Consumer<Path> onSuccess, Consumer<Exception> onFailure) {
        background.run(
                () -> Files.write(target, backend.api().slides().file(deck.downloadUrl())), onSuccess, onFailure);
    }

    private void show(long id, Source source) {
        var question = ++asked;
        state.set(new State.Loading(id));
        background.run(
                () -> whole(source.deck()),
                shown -> become(question, shown),
                problem -> become(question, new State.Failed(id, problem)));
    }

    /// Who opens another one meanwhile does not see this any more.
    private void become(long question, State next) {
        if (question == asked) {
            state.set(next);
        }
    }

    private State.Shown whole(Deck deck) throws Exception {
        var pages = new ArrayList<byte[]>();
        for (var picture : deck.pictures()) {
            pages.add(backend.api().slides().file(picture));
        }
        return new State.Shown(deck, pages);
    }
}
