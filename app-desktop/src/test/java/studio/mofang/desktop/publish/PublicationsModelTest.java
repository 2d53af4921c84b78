package studio.mofang.desktop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Relay;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class PublicationsModelTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final PublicationsModel model = new PublicationsModel(time.background(), studio.backend());

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void theHistoryGoesAsFarBackAsThePersonWants() {
        for (int number = 1; number <= HistoryModel.LEAF + 5; number++) {
            studio.publications().add(number, "第" + number + "篇", NOW.plusSeconds(number), "published");
        }
        var history = model.history();
        history.watch();
        assertThat(history.shown()).hasSize(HistoryModel.LEAF);
        assertThat(history.moreProperty().get()).isTrue();

        history.showMore();

        assertThat(history.shown())
                .hasSize(HistoryModel.LEAF + 5)
                .extracting(Publication::publishId)
                .doesNotHaveDuplicates()
                .startsWith(HistoryModel.LEAF + 5L);
        assertThat(history.moreProperty().get()).isFalse();
    }

    @Test
    void theHistoryCanBeOfOneStateAlone() {
        studio.publications().add(1, "甲", NOW, "published");
        studio.publications().add(2, "乙", NOW, "failed");
        model.history().watch();
        model.history().stateProperty().set("failed");

        assertThat(model.history().shown()).extracting(Publication::title).containsExactly("乙");
        model.history().stateProperty().set("missed");
        assertThat(model.history().shown()).isEmpty();
        assertThat(model.history().loadedProperty().get()).isTrue();
    }

    @Test
    void whatIsMissedLaterIsSeenTooAndAnAnswerTakesItAway() {
        model.lookForMissed();
        assertThat(model.missed()).isEmpty();
        studio.publications().add(7, "睡过了", NOW, "missed");
        time.pass(PublicationsModel.BETWEEN_LOOKS_FOR_MISSED);
        assertThat(model.missed()).extracting(Publication::publishId).containsExactly(7L);

        model.cancel(model.missed().getFirst(), null, problem -> {
            throw new AssertionError(problem);
        });
        assertThat(model.missed()).isEmpty();
    }

    @Test
    void aPhonePageThatOpensAfterItsDialogWasClosedIsClosedAtOnce() {
        studio.publications().add(1, "甲", NOW, "needs_user");
        Deque<Runnable> work = new ArrayDeque<>();
        var slow = new Background(work::add, Runnable::run, time);
        model.history().watch();
        var handOff =
                new HandOffModel(slow, studio.backend(), model.history().shown().getFirst(), "wechat");
        var opened = new ArrayList<Relay>();
        handOff.openRelay(opened::add, problem -> {
            throw new AssertionError(problem);
        });
        handOff.close();
        while (!work.isEmpty()) {
            work.poll().run();
        }

        assertThat(opened).isEmpty();
        assertThat(studio.calls()).endsWith("POST publish/1/relay", "DELETE publish/1/relay");
    }

    @Test
    void nothingButTheChosenFileIsWrittenOver(@TempDir Path folder) throws Exception {
        var chosen = Files.createFile(folder.resolve("小红书-1.png"));
        Files.createFile(folder.resolve("小红书-2.png"));
        Files.createFile(folder.resolve("小红书-2 (2).png"));

        assertThat(FreeName.of(folder.resolve("小红书-1"), ".png", chosen)).isEqualTo(chosen);
        assertThat(FreeName.of(folder.resolve("小红书-2"), ".png", chosen)).isEqualTo(folder.resolve("小红书-2 (3).png"));
        assertThat(FreeName.of(folder.resolve("小红书-3"), ".jpeg", chosen)).isEqualTo(folder.resolve("小红书-3.jpeg"));
    }
}
