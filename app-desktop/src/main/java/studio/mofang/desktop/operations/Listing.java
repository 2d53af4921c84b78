package studio.mofang.desktop.operations;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Page;
import studio.mofang.desktop.kit.Background;

/// One list of the desk, a page at a time, with what is searched and filtered for.
public final class Listing<T> {
    static final int SIZE = 20;

    private final Background background;
    private final Source<T> source;
    private final ObjectProperty<@Nullable Page<T>> page = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final StringProperty status = new SimpleStringProperty("");
    private int wanted = 1;
    private int asked;

    /// Where the rows come from; an empty text asks for all.
    interface Source<T> {
        Page<T> fetch(String search, String status, int page) throws Exception;
    }

    Listing(Background background, Source<T> source) {
        this.background = background;
        this.source = source;
        search.addListener((_, _, _) -> turnTo(1));
        status.addListener((_, _, _) -> turnTo(1));
    }

    /// Absent until it was fetched; kept when a later fetch fails.
    public ReadOnlyObjectProperty<@Nullable Page<T>> pageProperty() {
        return page;
    }

    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public StringProperty statusProperty() {
        return status;
    }

    public void turnTo(int number) {
        wanted = number;
        refresh();
    }

    public void refresh() {
        int question = ++asked;
        var words = search.get().strip();
        var filter = status.get();
        int number = wanted;
        background.run(
                () -> source.fetch(words, filter, number),
                fetched -> latest(question, () -> show(fetched, number)),
                problem -> latest(question, () -> failure.set(problem)));
    }

    /// For whoever changes a row: the list is fetched again, and `onSuccess` gets the row as it now is.
    <R> void change(Background.Work<R> work, Consumer<R> onSuccess, Consumer<Exception> onFailure) {
        background.run(
                work,
                changed -> {
                    refresh();
                    onSuccess.accept(changed);
                },
                onFailure);
    }

    /// What was done about its last row leaves no empty page behind.
    private void show(Page<T> fetched, int number) {
        if (fetched.items().isEmpty() && number > 1) {
            turnTo(number - 1);
        } else {
            failure.set(null);
            page.set(fetched);
        }
    }

    /// An answer that a later question has overtaken is not shown.
    private void latest(int question, Runnable show) {
        if (question == asked) {
            show.run();
        }
    }
}
