package studio.mofang.desktop.editor;

import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.desktop.kit.Background;

/// How a document's texts come into the drawer and out of it: in the background, and each in its turn.
final class Stowing {
    private final Background background;
    private final Drawer drawer;

    private interface Step {
        void take(long turn) throws IOException;
    }

    Stowing(Background background, Drawer drawer) {
        this.background = background;
        this.drawer = drawer;
    }

    /// Taken together with the text that `layIn` is given.
    long turn() {
        return drawer.turn();
    }

    /// Blocks. A drawer that takes nothing does not keep a text from the server.
    void layIn(long turn, Sheet sheet) {
        try {
            drawer.keep(turn, sheet);
        } catch (IOException e) {
            log().warn("the drawer does not take the text that is being saved", e);
        }
    }

    /// What must not fail unheard.
    void note(Sheet sheet, Runnable onSuccess, Consumer<Exception> onFailure) {
        run(turn -> drawer.keep(turn, sheet), onSuccess, onFailure);
    }

    /// Only the next start's first sight depends on it.
    void copy(Sheet sheet) {
        tidy(turn -> drawer.keep(turn, sheet));
    }

    void drop(UUID uuid) {
        tidy(turn -> drawer.drop(turn, uuid));
    }

    private void tidy(Step step) {
        run(step, () -> {}, problem -> log().warn("the drawer is not up to date", problem));
    }

    private void run(Step step, Runnable onSuccess, Consumer<Exception> onFailure) {
        var turn = drawer.turn();
        background.run(
                () -> {
                    step.take(turn);
                    return turn;
                },
                _ -> onSuccess.run(),
                onFailure);
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Stowing.class);
    }
}
