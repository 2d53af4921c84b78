package studio.mofang.desktop.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Vaults.Keeping;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// Where the key is kept that seals what the person entrusts to the studio, and what can be done about it.
public final class VaultModel {
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final String WAITING = "waiting";

    private final ObjectProperty<@Nullable Keeping> keeping = new SimpleObjectProperty<>();
    private final Background background;
    private final Backend backend;
    private boolean looking;

    public VaultModel(Background background, Backend backend) {
        this.background = background;
        this.backend = backend;
    }

    /// Absent until the server has told it.
    public ReadOnlyObjectProperty<@Nullable Keeping> keepingProperty() {
        return keeping;
    }

    /// Goes on looking for as long as the keychain is being asked.
    public void refresh() {
        // A server that does not answer is told of by everything else in the window.
        background.run(() -> backend.api().vault().keeping(), this::show, _ -> {});
    }

    void ask(Consumer<Exception> onFailure) {
        background.run(() -> backend.api().vault().ask(), this::show, onFailure);
    }

    void export(Path target, Runnable onSuccess, Consumer<Exception> onFailure) {
        then(() -> backend.api().vault().export(target), onSuccess, onFailure);
    }

    void restore(Path copy, Runnable onSuccess, Consumer<Exception> onFailure) {
        then(() -> backend.api().vault().restore(copy), onSuccess, onFailure);
    }

    /// Only where the key is lost: what it had sealed is given up.
    void startOver(Runnable onSuccess, Consumer<Exception> onFailure) {
        then(() -> backend.api().vault().startOver(), onSuccess, onFailure);
    }

    /// Secrets cannot be used, and waiting will not change it.
    static boolean closed(Keeping keeping) {
        return !keeping.open() && !waiting(keeping);
    }

    /// The keychain is being asked.
    static boolean waiting(Keeping keeping) {
        return WAITING.equals(keeping.trouble());
    }

    private void show(Keeping now) {
        keeping.set(now);
        if (waiting(now) && !looking) {
            looking = true;
            background.after(BETWEEN_LOOKS, () -> {
                looking = false;
                refresh();
            });
        }
    }

    private void then(Background.Work<Keeping> change, Runnable onSuccess, Consumer<Exception> onFailure) {
        background.run(
                change,
                now -> {
                    show(now);
                    onSuccess.run();
                },
                onFailure);
    }
}
