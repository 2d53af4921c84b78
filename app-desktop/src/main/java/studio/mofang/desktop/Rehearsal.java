package studio.mofang.desktop;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import studio.mofang.desktop.shell.Window;

/// The two runs that leave by themselves. `-Dmofang.train=true` visits every pane, for the JVM to learn which classes a
/// start needs; `-Dmofang.bench=true` reports when the window was shown and when the editor could be typed in.
final class Rehearsal {
    private static final Duration A_LOOK = Duration.millis(900);
    private static final List<String> PANES = List.of("gallery", "wallet", "settings", "editor");

    private final Consumer<String> report;
    private final Consumer<String> visit;
    private final Runnable leave;

    Rehearsal(Consumer<String> report, Consumer<String> visit, Runnable leave) {
        this.report = report;
        this.visit = visit;
        this.leave = leave;
    }

    void watch(Window window, ObservableValue<Boolean> usable) {
        if (Boolean.getBoolean("mofang.bench")) {
            window.onceDrawn(() -> report.accept("SHOWN " + sinceStart()));
            whenTrue(
                    usable,
                    () -> window.onceDrawn(() -> {
                        report.accept("USABLE " + sinceStart());
                        leave.run();
                    }));
        } else if (Boolean.getBoolean("mofang.train")) {
            whenTrue(usable, () -> tour(0));
        }
    }

    private void tour(int stop) {
        var look = new PauseTransition(A_LOOK);
        look.setOnFinished(_ -> {
            if (stop == PANES.size()) {
                leave.run();
            } else {
                visit.accept(PANES.get(stop));
                tour(stop + 1);
            }
        });
        look.play();
    }

    private static void whenTrue(ObservableValue<Boolean> condition, Runnable action) {
        condition.subscribe(met -> {
            if (met) {
                action.run();
            }
        });
    }

    private static long sinceStart() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }
}
