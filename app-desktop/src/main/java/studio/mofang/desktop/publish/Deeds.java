package studio.mofang.desktop.publish;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import studio.mofang.desktop.kit.Background;

/// What the person has told the studio to do, one thing or several at once; `busy` until the last is done.
final class Deeds {
    private final Background background;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private int underWay;

    Deeds(Background background) {
        this.background = background;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    <T> void act(Background.Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        count(1);
        background.run(
                work,
                result -> {
                    count(-1);
                    done.accept(result);
                },
                problem -> {
                    count(-1);
                    failed.accept(problem);
                });
    }

    private void count(int more) {
        underWay += more;
        busy.set(underWay > 0);
    }
}
