package studio.mofang.bench;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.fxmisc.richtext.StyleClassedTextArea;
import studio.mofang.desktop.Main;

/// Starts the studio, puts one megabyte of Chinese into its editor and types: prints for each key `KEY <milliseconds>`,
/// and after it the milliseconds of processor time, which neighbours on the machine change less.
public final class KeystrokeProbe {
    private static final int CHARACTERS = 350_000;
    private static final int WARM_UP = 120;
    private static final int KEYS = 400;

    private KeystrokeProbe() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.ofPlatform().daemon().start(() -> Main.main(new String[] {"--data-dir", args[0]}));
        var editor = editor();
        var frames = filled(editor);
        for (int key = 0; key < WARM_UP + KEYS; key++) {
            var cost = typed(editor, frames, "的");
            if (key >= WARM_UP) {
                System.out.println(String.format(Locale.ROOT, "KEY %.2f %.2f", cost.millis(), cost.cpuMillis()));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static Frames filled(StyleClassedTextArea editor) throws InterruptedException {
        var frames = new Frames[1];
        onFx(() -> {
            editor.replaceText(document());
            editor.moveTo(editor.getLength() / 2);
            editor.requestFollowCaret();
            editor.requestFocus();
            frames[0] = new Frames(editor.getScene());
        });
        return frames[0];
    }

    private static String document() {
        var words = new Words(3);
        var text = new StringBuilder(CHARACTERS);
        while (text.length() < CHARACTERS) {
            text.append(words.text(160)).append("\n\n");
        }
        return text.toString();
    }

    /// The work that a key costs the interface thread: handling it, and the styles and the layout of the next frame.
    /// Waiting for that frame is left out, since it is the screen's and not ours.
    private static Spent typed(StyleClassedTextArea editor, Frames frames, String character)
            throws InterruptedException {
        var handled = new Spent[1];
        onFx(() -> {
            var before = Spent.now();
            Event.fireEvent(
                    editor,
                    new KeyEvent(
                            KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false));
            handled[0] = Spent.now().minus(before);
            frames.expectNext();
        });
        return handled[0].plus(frames.next());
    }

    private static StyleClassedTextArea editor() throws InterruptedException {
        while (true) {
            var found = new StyleClassedTextArea[1];
            try {
                onFx(() -> {
                    for (var window : Window.getWindows()) {
                        if (window.getScene().lookup(".markdown") instanceof StyleClassedTextArea area
                                && !area.isDisabled()) {
                            found[0] = area;
                        }
                    }
                });
            } catch (IllegalStateException e) {
                // The toolkit is not there yet.
                TimeUnit.MILLISECONDS.sleep(100);
            }
            if (found[0] != null) {
                return found[0];
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void onFx(Runnable action) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }
}
