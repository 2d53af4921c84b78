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
/// after a key, and the rarer the longer it takes.
final class WordCounter {
    static final Duration MOMENT = Duration.ofMillis(200);
    /// Of the time that passes while somebody types, one part in so many goes into counting at the most.
    private static final int RARENESS = 8;

    private final IntegerProperty words = new SimpleIntegerProperty();
    private final InvalidationListener onChange = _ -> countSoon();
    private final Background background;
    private @Nullable Manuscript text;
    private Duration pause = MOMENT;
    private boolean waiting;

    private record Counted(int words, Duration took) {}

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
            background.after(pause, () -> {
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
                () -> timed(now),
                count -> {
                    if (counted == text) {
                        words.set(count.words());
                        var rest = count.took().multipliedBy(RARENESS);
                        pause = rest.compareTo(MOMENT) > 0 ? rest : MOMENT;
                    }
                },
                problem -> {
                    throw new IllegalStateException("words cannot be counted", problem);
                });
    }

    private static Counted timed(String text) {
        long begun = System.nanoTime();
        int words = WordCount.ofMarkdown(text).words();
        return new Counted(words, Duration.ofNanos(System.nanoTime() - begun));
    }
}
