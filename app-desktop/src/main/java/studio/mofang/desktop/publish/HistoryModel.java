package studio.mofang.desktop.publish;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Page;
import studio.mofang.core.Publications.Publication;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// What was published, the newest first, as far back as the person has asked for, and of one state alone where that is
/// wanted.
final class HistoryModel {
    static final int LEAF = 30;

    private final ObservableList<Publication> shown = FXCollections.observableArrayList();
    private final StringProperty state = new SimpleStringProperty("");
    private final BooleanProperty more = new SimpleBooleanProperty();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final Backend backend;
    private final Lookout<Page<Publication>> lookout;
    private int leaves = 1;

    HistoryModel(Background background, Backend backend) {
        this.backend = backend;
        this.lookout = new Lookout<>(background, this::look, this::show, failure::set);
        state.addListener((_, _, _) -> {
            leaves = 1;
            loaded.set(false);
            shown.clear();
            lookout.lookAnew();
        });
    }

    ObservableList<Publication> shown() {
        return shown;
    }

    /// Only what is in this state on some platform; empty for all.
    StringProperty stateProperty() {
        return state;
    }

    /// Whether there is more than is shown.
    ReadOnlyBooleanProperty moreProperty() {
        return more;
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded;
    }

    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    void showMore() {
        leaves++;
        lookout.lookAnew();
    }

    void watch() {
        lookout.watch();
    }

    void lookAway() {
        lookout.lookAway();
    }

    void replace(Publication changed) {
        shown.replaceAll(one -> one.publishId() == changed.publishId() ? changed : one);
    }

    private Background.Work<Page<Publication>> look() {
        int wanted = leaves;
        var of = state.get().isEmpty() ? null : state.get();
        return () -> fetched(of, wanted);
    }

    private Page<Publication> fetched(@Nullable String of, int wanted) throws Exception {
        var api = backend.api().publishing().publish();
        var items = new ArrayList<Publication>();
        Page<Publication> leaf = api.history(of, 1, LEAF);
        items.addAll(leaf.items());
        for (int number = 2; number <= wanted && items.size() < leaf.total(); number++) {
            leaf = api.history(of, number, LEAF);
            items.addAll(leaf.items());
        }
        return new Page<>(leaf.total(), 1, items.size(), List.copyOf(items));
    }

    /// Rows are only built anew when something has changed: the person may be about to press one.
    private void show(Page<Publication> found) {
        failure.set(null);
        more.set(found.items().size() < found.total());
        if (!shown.equals(found.items())) {
            shown.setAll(found.items());
        }
        loaded.set(true);
    }
}
