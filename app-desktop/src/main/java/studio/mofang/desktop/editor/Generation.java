package studio.mofang.desktop.editor;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.EventStream;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Generated;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;

/// One text that a model is writing: hands its pieces to the screen as they come, and can be stopped at any time, also
/// before the first one.
final class Generation {
    private final Background background;
    private final Consumer<String> onText;
    private final StringBuilder pieces = new StringBuilder();
    private @Nullable EventStream stream;
    private boolean stopped;

    /// The answer, and the creation as the server stored it.
    record Outcome(Generated generated, Creation stored) {}

    Generation(Background background, Consumer<String> onText) {
        this.background = background;
        this.onText = onText;
    }

    /// Blocks until the text is finished.
    Outcome run(Backend.Api api, String tool, WritingRequest request) throws Exception {
        var generated = open(api, tool, request).run(this::arrived);
        return new Outcome(generated, api.creations().creation(generated.creationId()));
    }

    synchronized void stop() {
        stopped = true;
        if (stream != null) {
            stream.cancel();
        }
    }

    synchronized boolean stopped() {
        return stopped;
    }

    private synchronized EventStream open(Backend.Api api, String tool, WritingRequest request) {
        var opened = api.writing().stream(tool, request);
        if (stopped) {
            opened.cancel();
        }
        stream = opened;
        return opened;
    }

    /// Pieces that come faster than the screen is drawn are shown together.
    private synchronized void arrived(String piece) {
        var quiet = pieces.isEmpty();
        pieces.append(piece);
        if (quiet) {
            background.onScreen(this::show);
        }
    }

    private void show() {
        onText.accept(taken());
    }

    private synchronized String taken() {
        var text = pieces.toString();
        pieces.setLength(0);
        return text;
    }
}
