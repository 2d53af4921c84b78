package studio.mofang.desktop.editor;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Version;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// One version as it is read beside the list: its text, against what stands on the desk now.
final class ReadingModel {
    private final ObjectProperty<@Nullable Version> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Read> read = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final BooleanProperty marked = new SimpleBooleanProperty(true);
    private final Background background;
    private final Backend backend;
    private @Nullable Document document;
    private long asked;

    /// A version with its text, and how that differs from the present one.
    record Read(String title, String text, Comparison comparison) {}

    ReadingModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    /// Absent until somebody chooses.
    ReadOnlyObjectProperty<@Nullable Version> chosenProperty() {
        return chosen;
    }

    /// Absent while it is on its way, or could not be had.
    ReadOnlyObjectProperty<@Nullable Read> readProperty() {
        return read;
    }

    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// Whether what differs is marked.
    BooleanProperty markedProperty() {
        return marked;
    }

    void read(Document against, Version version) {
        document = against;
        chosen.set(version);
        again();
    }

    void again() {
        var against = document;
        var wanted = chosen.get();
        if (against == null || wanted == null) {
            return;
        }
        read.set(null);
        failure.set(null);
        var question = ++asked;
        var id = against.id().orElseThrow();
        var now = against.textProperty().get();
        background.run(
                () -> read(id, wanted.version(), now),
                found -> {
                    if (question == asked) {
                        read.set(found);
                    }
                },
                problem -> {
                    if (question == asked) {
                        failure.set(problem);
                    }
                });
    }

    void named(Version version) {
        var before = chosen.get();
        if (before != null && before.version() == version.version()) {
            chosen.set(version);
        }
    }

    void close() {
        asked++;
        document = null;
        chosen.set(null);
        read.set(null);
        failure.set(null);
    }

    private Read read(long id, long version, String now) throws Exception {
        var found = backend.api().creations().version(id, version);
        var text = withPlainLines(found.content() == null ? "" : found.content());
        return new Read(found.title(), text, Comparison.of(text, withPlainLines(now)));
    }

    /// As a sheet shows it: there a line ends with one character, wherever it came from.
    private static String withPlainLines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
