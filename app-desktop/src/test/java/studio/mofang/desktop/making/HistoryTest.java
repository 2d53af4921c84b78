package studio.mofang.desktop.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Page;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.making.History.State;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class HistoryTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Integer> all = new ArrayList<>();
    private boolean broken;
    private final History<Integer> history =
            new History<>(new Background(work::add, Runnable::run, new HandTurnedDelay()), (page, size) -> {
                if (broken) {
                    throw new IllegalStateException("断了");
                }
                var items = all.stream().skip((page - 1L) * size).limit(size).toList();
                return new Page<>(all.size(), page, size, items);
            });

    @Test
    void aPageComesAtATime() {
        all.addAll(IntStream.range(0, History.PAGE + 5).boxed().toList());
        history.refresh();
        assertThat(history.more())
                .as("while the first is on its way there is none")
                .isFalse();
        runAll();
        assertThat(history.items()).hasSize(History.PAGE);

        assertThat(history.more()).isTrue();
        history.more();
        assertThat(work).as("asked for once").hasSize(1);
        runAll();
        assertThat(history.items()).isEqualTo(all);
        assertThat(history.more()).isFalse();
    }

    @Test
    void nothingMadeIsNotAFailure() {
        history.refresh();
        runAll();

        assertThat(history.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void whatCouldNotBeFetchedLeavesWhatIsKnownAndIsForgottenAfterASuccess() {
        broken = true;
        history.refresh();
        runAll();
        assertThat(history.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(history.failureProperty().get()).hasMessage("断了");

        broken = false;
        all.add(1);
        history.refresh();
        runAll();
        assertThat(history.failureProperty().get()).isNull();

        broken = true;
        history.refresh();
        runAll();
        assertThat(history.stateProperty().get()).isEqualTo(State.SHOWN);
        assertThat(history.items()).containsExactly(1);
    }

    @Test
    void anAnswerThatALaterQuestionOvertookIsDropped() {
        all.add(1);
        history.refresh();
        var first = work.remove();
        all.set(0, 2);
        history.refresh();
        runAll();
        all.set(0, 3);
        first.run();

        assertThat(history.items()).containsExactly(2);
    }

    @Test
    void newsTakeThePlaceOfWhatTheyAreAbout() {
        all.addAll(List.of(10, 20));
        history.refresh();
        runAll();
        history.put(21, item -> item / 10 == 2);
        history.put(30, item -> item / 10 == 3);

        assertThat(history.items()).containsExactly(30, 10, 21);
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
