package studio.mofang.bench;

import java.util.concurrent.LinkedBlockingQueue;
import javafx.scene.Scene;

/// What styles and layout of a scene cost in each frame, told to whoever waits for the next one.
final class Frames {
    private final LinkedBlockingQueue<Spent> costs = new LinkedBlockingQueue<>();
    private Spent begun = Spent.now();
    private boolean expected;

    Frames(Scene scene) {
        scene.addPreLayoutPulseListener(() -> begun = Spent.now());
        scene.addPostLayoutPulseListener(this::laidOut);
    }

    /// On the interface thread.
    void expectNext() {
        expected = true;
    }

    /// Waits for the frame that was expected.
    Spent next() throws InterruptedException {
        return costs.take();
    }

    private void laidOut() {
        if (expected) {
            expected = false;
            costs.add(Spent.now().minus(begun));
        }
    }
}
