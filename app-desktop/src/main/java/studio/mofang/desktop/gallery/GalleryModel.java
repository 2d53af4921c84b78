package studio.mofang.desktop.gallery;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.CreationApi.Query;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.TagCount;
import studio.mofang.core.Page;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// What the gallery shows: the creations that match, a page at a time, and what can be done with each.
public final class GalleryModel {
    static final int PAGE = 40;
    static final Duration BETWEEN_KEYS = Duration.ofMillis(120);

    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable String> tag = new SimpleObjectProperty<>();
    private final BooleanProperty trash = new SimpleBooleanProperty();
    private final ObservableList<Creation> creations = FXCollections.observableArrayList();
    private final ObservableList<TagCount> tags = FXCollections.observableArrayList();
    private final LongProperty total = new SimpleLongProperty();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.LOADING);
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final Background background;
    private final Backend backend;
    private Delay.@Nullable Waiting typing;
    private long asked;
    private int page;
    private boolean fetching;

    /// What stands in the place of the cards.
    public enum State {
        LOADING,
        SHOWN,
        EMPTY,
        NOTHING_FOUND,
        TRASH_EMPTY,
        FAILED
    }

    public GalleryModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
        query.addListener((_, _, _) -> searchSoon());
        tag.addListener((_, _, _) -> refresh());
        trash.addListener((_, _, _) -> refresh());
    }

    public StringProperty queryProperty() {
        return query;
    }

    /// The tag that narrows the gallery, if any.
    public ObjectProperty<@Nullable String> tagProperty() {
        return tag;
    }

    public BooleanProperty trashProperty() {
        return trash;
    }

    /// Newest first, as far as they were fetched.
    public ObservableList<Creation> creations() {
        return creations;
    }

    public ObservableList<TagCount> tags() {
        return tags;
    }

    /// How many match, fetched or not.
    public ReadOnlyLongProperty totalProperty() {
        return total;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// Asks anew; what an earlier question still brings is dropped.
    public void refresh() {
        asked++;
        page = 0;
        if (creations.isEmpty()) {
            state.set(State.LOADING);
        }
        fetch();
        background.run(() -> backend.api().creations().tags(), tags::setAll, _ -> tags.clear());
    }

    /// Called when the end of what was fetched comes near.
    public void more() {
        if (!fetching && state.get() == State.SHOWN && creations.size() < total.get()) {
            fetch();
        }
    }

    public void delete(Creation creation, Runnable onSuccess, Consumer<Exception> onFailure) {
        change(() -> backend.api().creations().delete(creation.id()), onSuccess, onFailure);
    }

    public void restore(Creation creation, Runnable onSuccess, Consumer<Exception> onFailure) {
        change(() -> backend.api().creations().restore(creation.id()), onSuccess, onFailure);
    }

    /// Gone for good.
    public void purge(Creation creation, Runnable onSuccess, Consumer<Exception> onFailure) {
        change(() -> backend.api().creations().purge(creation.id()), onSuccess, onFailure);
    }

    private interface Change {
        void make() throws Exception;
    }

    private void change(Change change, Runnable onSuccess, Consumer<Exception> onFailure) {
        background.run(
                () -> {
                    change.make();
                    return true;
                },
                _ -> {
                    refresh();
                    onSuccess.run();
                },
                onFailure);
    }

    private void searchSoon() {
        if (typing != null) {
            typing.cancel();
        }
        typing = background.after(BETWEEN_KEYS, this::refresh);
    }

    private void fetch() {
        fetching = true;
        var question = asked;
        var next = page + 1;
        var wanted = new Query(query.get().strip(), null, null, tag.get(), trash.get(), next, PAGE);
        background.run(
                () -> backend.api().creations().list(wanted),
                found -> {
                    if (question == asked) {
                        show(found, next);
                    }
                },
                problem -> {
                    if (question == asked) {
                        failed(problem);
                    }
                });
    }

    private void show(Page<Creation> found, int shownPage) {
        fetching = false;
        page = shownPage;
        failure.set(null);
        total.set(found.total());
        if (shownPage == 1) {
            creations.setAll(found.items());
        } else {
            creations.addAll(found.items());
        }
        state.set(creations.isEmpty() ? nothing() : State.SHOWN);
    }

    private State nothing() {
        if (!query.get().isBlank() || Objects.nonNull(tag.get())) {
            return State.NOTHING_FOUND;
        }
        return trash.get() ? State.TRASH_EMPTY : State.EMPTY;
    }

    private void failed(Exception problem) {
        fetching = false;
        failure.set(problem);
        creations.clear();
        state.set(State.FAILED);
    }
}
