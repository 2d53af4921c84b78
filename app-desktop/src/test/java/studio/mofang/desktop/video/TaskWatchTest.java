package studio.mofang.desktop.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.mofang.core.Fault;
import studio.mofang.core.Videos.Task;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;
import studio.mofang.desktop.testkit.ScreenQueue;
import studio.mofang.desktop.video.TaskWatch.Line;

@Timeout(60)
class TaskWatchTest {
    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final ScreenQueue screen = new ScreenQueue();
    private final List<Task> heard = new ArrayList<>();
    private final TaskWatch watch =
            new TaskWatch(new Background(Runnable::run, screen, time), studio.backend(), heard::add);

    @AfterEach
    void close() {
        watch.stop();
        studio.close();
    }

    @Test
    void whatChangesIsToldAtOnceAndNobodyAsks() {
        var task = studio.videos().begins("片");
        watch.start();
        screen.until(() -> heard.size() == 1);
        studio.videos().becomes(task.taskId(), "processing", "rendering", 40);
        screen.until(() -> heard.size() == 2);

        assertThat(heard.getLast().progress()).isEqualTo(40);
        assertThat(watch.lineProperty().get()).isEqualTo(Line.TOLD);
        time.pass(Duration.ofMinutes(5));
        assertThat(asked()).isZero();
    }

    @Test
    void whileTheLineIsGoneItAsksLessAndLessOften() {
        var task = studio.videos().begins("片");
        watch.start();
        screen.until(() -> heard.size() == 1);
        studio.videos().cutsTheLine();
        screen.until(() -> line() == Line.ASKED);
        assertThat(asked()).as("at once").isEqualTo(1);

        studio.videos().becomes(task.taskId(), "processing", "rendering", 60);
        passes(Duration.ofSeconds(1));
        assertThat(asked()).isEqualTo(2);
        assertThat(heard.getLast().progress()).isEqualTo(60);
        time.pass(Duration.ofMillis(1_900));
        screen.now();
        assertThat(asked()).as("after one second two").isEqualTo(2);
        passes(Duration.ofMillis(100));
        assertThat(asked()).isEqualTo(3);
        for (var seconds : new int[] {4, 8, 10, 10}) {
            passes(Duration.ofSeconds(seconds));
        }
        assertThat(asked()).as("never later than ten").isEqualTo(7);
    }

    @Test
    void onceTheLineIsBackNobodyAsksAnyMore() {
        var task = studio.videos().begins("片");
        studio.videos().cutsTheLine();
        watch.start();
        screen.until(() -> line() == Line.ASKED);
        studio.videos().mendsTheLine();
        time.pass(Duration.ofSeconds(1));
        screen.until(() -> line() == Line.TOLD);
        var before = asked();

        studio.videos().becomes(task.taskId(), "completed", "completed", 100);
        screen.until(() -> heard.getLast().progress() == 100);
        time.pass(Duration.ofMinutes(5));
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void aServerThatAnswersNothingIsAskedAgain() {
        studio.videos().begins("片");
        studio.fails(Fault.INTERNAL);
        watch.start();
        screen.until(() -> line() == Line.LOST);
        assertThat(heard).isEmpty();

        studio.recovers();
        time.pass(Duration.ofSeconds(1));
        screen.until(() -> line() == Line.TOLD);
        screen.until(() -> heard.size() == 1);
    }

    @Test
    void whoHasLeftIsToldNothing() {
        var task = studio.videos().begins("片");
        watch.start();
        screen.until(() -> heard.size() == 1);
        watch.stop();
        studio.videos().becomes(task.taskId(), "processing", "rendering", 40);
        studio.videos().cutsTheLine();
        time.pass(Duration.ofMinutes(1));
        screen.now();

        assertThat(heard).hasSize(1);
        assertThat(asked()).isZero();
        assertThat(line()).isEqualTo(Line.OFF);
    }

    /// The next try fails like the one before, and then it was asked once more.
    private void passes(Duration wait) {
        var before = asked();
        time.pass(wait);
        screen.until(() -> asked() > before);
        screen.now();
    }

    private Line line() {
        return watch.lineProperty().get();
    }

    private long asked() {
        return studio.calls().stream().filter("GET video/tasks"::equals).count();
    }
}
