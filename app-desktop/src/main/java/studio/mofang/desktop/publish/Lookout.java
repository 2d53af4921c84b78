package studio.mofang.desktop.publish;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Delay;

/// Looks again and again while somebody watches. What was asked before it was told to look elsewhere is not shown.
final class Lookout<T> {
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Background background;
    private final Supplier<Background.Work<T>> look;
    private final Consumer<T> seen;
    private final Consumer<Exception> failed;
    private Delay.@Nullable Waiting next;
    private int question;

    /// `look` is asked on the interface's thread what to fetch.
    Lookout(Background background, Supplier<Background.Work<T>> look, Consumer<T> seen, Consumer<Exception> failed) {
        this.background = background;
        this.look = look;
        this.seen = seen;
        this.failed = failed;
    }

    /// Looks at once and then every little while, until `lookAway`.
    void watch() {
        lookAway();
        look();
    }

    void lookAway() {
        question++;
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    /// Looks at once at something else, where anybody watches.
    void lookAnew() {
        if (next != null) {
            watch();
        }
    }

    private void look() {
        int asked = question;
        background.run(
                look.get(),
                found -> ifStill(asked, () -> seen.accept(found)),
                problem -> ifStill(asked, () -> failed.accept(problem)));
        next = background.after(BETWEEN_LOOKS, this::look);
    }

    private void ifStill(int asked, Runnable action) {
        if (asked == question) {
            action.run();
        }
    }
}
