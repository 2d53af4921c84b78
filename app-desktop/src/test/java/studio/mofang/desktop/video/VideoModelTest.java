package studio.mofang.desktop.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Fault;
import studio.mofang.core.Videos.Task;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.making.Workshop.State;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;
import studio.mofang.desktop.testkit.ScreenQueue;

@Timeout(60)
class VideoModelTest {
    @TempDir
    private Path folder;

    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final ScreenQueue screen = new ScreenQueue();
    private VideoModel model;

    @BeforeEach
    void open() {
        studio.models().has(3, "video", "万相视频", 50, true, false);
        model = fresh();
        model.open();
        screen.until(() -> model.makers().chosenProperty().get() != null);
    }

    @AfterEach
    void close() {
        model.leave();
        studio.close();
    }

    @Test
    void aVideoIsFollowedToItsEnd() {
        model.scriptProperty().set("脚本");
        model.generate();
        screen.until(() -> current() != null && model.workshop().stateProperty().get() == State.IDLE);
        assertThat(studio.videos().asked().getFirst().modelId()).isEqualTo(3);

        var id = current().taskId();
        studio.videos().becomes(id, "processing", "rendering", 70);
        screen.until(() -> current().progress() == 70);
        studio.videos().becomes(id, "completed", "completed", 100);
        screen.until(() -> current().status().equals("completed"));
        assertThat(current().creditsUsed()).isEqualTo(50);
        assertThat(model.history().items()).hasSize(1);
    }

    @Test
    void aPollThatFailsOffersNoSecondVideoAndIsForgotten() {
        model.scriptProperty().set("脚本");
        model.generate();
        screen.until(() -> current() != null);
        studio.videos().cutsTheLine();
        studio.fails(Fault.INTERNAL);
        time.pass(Duration.ofSeconds(1));
        screen.until(() -> model.lineProperty().get() == TaskWatch.Line.LOST);

        assertThat(model.workshop().stateProperty().get()).isEqualTo(State.IDLE);
        assertThat(model.workshop().failureProperty().get()).isNull();
        assertThat(current().running()).isTrue();
        assertThat(studio.videos().asked()).hasSize(1);

        studio.recovers();
        studio.videos().mendsTheLine();
        time.pass(TaskWatch.LONGEST);
        screen.until(() -> model.lineProperty().get() == TaskWatch.Line.TOLD);
    }

    @Test
    void whatIsCancelledStaysCancelled() {
        model.scriptProperty().set("脚本");
        model.generate();
        screen.until(() -> current() != null);
        var running = current();
        var told = new AtomicReference<Task>();
        model.cancel(running, told::set, problem -> {
            throw new AssertionError(problem);
        });
        screen.until(() -> told.get() != null);

        assertThat(current().status()).isEqualTo("cancelled");
    }

    @Test
    void anOlderStateThatComesLaterChangesNothing() {
        var task = studio.videos().begins("片");
        model.history().refresh();
        screen.until(() -> !model.history().items().isEmpty());
        var older = model.history().items().getFirst();
        studio.videos().becomes(task.taskId(), "completed", "completed", 100);
        screen.until(() -> current() != null && current().status().equals("completed"));

        model.heard(older);
        assertThat(current().status()).isEqualTo("completed");
        assertThat(model.history().items()).extracting(Task::status).containsExactly("completed");
    }

    @Test
    void aRequestThatIsRefusedCanBeTriedAgain() {
        studio.failsToWrite(Fault.INSUFFICIENT_CREDITS);
        model.scriptProperty().set("脚本");
        model.generate();
        screen.until(() -> model.workshop().stateProperty().get() == State.FAILED);

        studio.recovers();
        model.workshop().tryAgain();
        screen.until(() -> current() != null);
        assertThat(studio.videos().asked()).hasSize(1);
    }

    @Test
    void theVideoOfACreationIsFoundOnALaterPage() {
        var wanted = studio.videos().begins("要找的");
        studio.videos().becomes(wanted.taskId(), "completed", "completed", 100);
        for (var i = 0; i < 40; i++) {
            studio.videos().begins("别的");
        }
        var later = fresh();
        later.select(7);
        later.history().refresh();
        screen.until(() -> later.currentProperty().get() != null
                && later.currentProperty().get().taskId().equals(wanted.taskId()));
    }

    private VideoModel fresh() {
        return new VideoModel(new Background(Runnable::run, screen, time), studio.backend(), new Preferences(folder));
    }

    private Task current() {
        return model.currentProperty().get();
    }
}
