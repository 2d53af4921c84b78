package studio.mofang.desktop.slides;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The lines of an outline, which can be added, taken away and moved.
public final class OutlineModel {
    static final int MOST = 40;

    private final ObservableList<StringProperty> lines = FXCollections.observableArrayList();

    OutlineModel() {
        add(0);
        add(1);
        add(2);
    }

    public ObservableList<StringProperty> lines() {
        return lines;
    }

    /// Those that say something.
    List<String> texts() {
        return lines.stream()
                .map(line -> line.get().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// An empty line at `index`.
    void add(int index) {
        if (lines.size() < MOST) {
            lines.add(index, new SimpleStringProperty(""));
        }
    }

    /// The last line stays, empty.
    void remove(int index) {
        if (lines.size() == 1) {
            lines.getFirst().set("");
        } else {
            lines.remove(index);
        }
    }

    void up(int index) {
        if (index > 0) {
            lines.add(index - 1, lines.remove(index));
        }
    }

    void down(int index) {
        if (index + 1 < lines.size()) {
            lines.add(index + 1, lines.remove(index));
        }
    }
}
