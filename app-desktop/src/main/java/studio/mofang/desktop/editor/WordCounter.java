package studio.mofang.desktop.editor;

import java.time.Duration;
import javafx.beans.InvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.content.WordCount;
import studio.mofang.desktop.kit.Background;

/// How long the text in front is. A long one takes a while to count, so it is counted in the background, a moment
/// after the last key.
final class WordCounter {
    static final Duration MOMENT = Duration.ofMillis(200);

    private final IntegerProperty words = new SimpleIntegerProperty();
    private final InvalidationListener onChange = _ -> countSoon();
    private final Background background;
    private @Nullable Manuscript text;
    private boolean waiting;

    WordCounter(Background background) {
        this.background = background;
    }

    ReadOnlyIntegerProperty wordsProperty() {
        return words;
    }

    void follow(Manuscript next) {
        if (text != null) {
            text.removeListener(onChange);
        }
        text = next;
        next.addListener(onChange);
        count(next);
    }

    private void countSoon() {
        if (!waiting) {
            waiting = true;
            background.after(MOMENT, () -> {
                waiting = false;
                if (text != null) {
                    count(text);
                }
            });
        }
    }

    private void count(Manuscript counted) {
        var now = counted.get();
        if (now.isEmpty()) {
            words.set(0);
            return;
        }
        background.run(
                () -> WordCount.ofMarkdown(now).words(),
                count -> {
                    if (counted == text) {
                        words.set(count);
                    }
                },
                problem -> {
                    throw new IllegalStateException("words cannot be counted", problem);
                });
    }
}
