package studio.mofang.desktop.making;

import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Page;
import studio.mofang.desktop.kit.Background;

/// What was made before, newest first, a page at a time. What could not be fetched says nothing about what is being
/// made, and is only asked for again.
public final class History<T> {
    static final int PAGE = 30;

    private final ObservableList<T> items = FXCollections.observableArrayList();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.LOADING);
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final Background background;
    private final Pages<T> pages;
    private long total;
    private long asked;
    private int page;
    private boolean fetching;

    /// What stands in the place of the items.
    public enum State {
        LOADING,
        SHOWN,
        EMPTY,
        FAILED
    }

    /// Where they come from, from page 1 on.
    @FunctionalInterface
    public interface Pages<T> {
        Page<T> fetch(int number, int size) throws Exception;
    }

    public History(Background background, Pages<T> pages) {
        this.background = background;
        this.pages = pages;
    }

    public ObservableList<T> items() {
        return items;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// Asks anew; what an earlier question still brings is dropped.
    public void refresh() {
        page = 0;
        fetch();
    }

    /// Called when the end of what was fetched comes near. False when there is no more.
    public boolean more() {
        if (items.size() >= total) {
            return false;
        }
        if (!fetching) {
            fetch();
        }
        return true;
    }

    /// What is `same` takes the new one's place in the list; what is not there yet comes first.
    public void put(T item, Predicate<T> same) {
        for (var i = 0; i < items.size(); i++) {
            if (same.test(items.get(i))) {
                if (!items.get(i).equals(item)) {
                    items.set(i, item);
                }
                return;
            }
        }
        items.addFirst(item);
        total++;
        state.set(State.SHOWN);
    }

    private void fetch() {
        fetching = true;
        var question = ++asked;
        var next = page + 1;
        background.run(
                () -> pages.fetch(next, PAGE),
                found -> {
                    if (question == asked) {
                        show(found, next);
                    }
                },
                problem -> {
                    if (question == asked) {
                        fetching = false;
                        failure.set(problem);
                        state.set(items.isEmpty() ? State.FAILED : State.SHOWN);
                    }
                });
    }

    private void show(Page<T> found, int number) {
        fetching = false;
        failure.set(null);
        page = number;
        total = found.total();
        if (number > 1) {
            items.addAll(found.items());
        } else if (!items.equals(found.items())) {
            items.setAll(found.items());
        }
        state.set(items.isEmpty() ? State.EMPTY : State.SHOWN);
    }
}
