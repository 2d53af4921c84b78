package studio.mofang.desktop.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Credits.Balance;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.making.Workshop.State;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

class WorkshopTest {
    private static final Cost FREE = Cost.of(new Maker.Machine(), new Balance(0, 0, false, null, null));

    private final FakeStudio studio = new FakeStudio();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Background background = new Background(work::add, Runnable::run, new HandTurnedDelay());
    private final Workshop<String> workshop = new Workshop<>(background, studio.backend());
    private final List<String> made = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void whatIsMadeIsHandedOver() {
        order("甲");
        assertThat(workshop.stateProperty().get()).isEqualTo(State.WORKING);
        work.remove().run();

        assertThat(made).containsExactly("甲");
        assertThat(workshop.stateProperty().get()).isEqualTo(State.IDLE);
    }

    @Test
    void whoPressesTwiceOrdersOnce() {
        order("甲");
        order("乙");

        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(made).containsExactly("甲");
    }

    @Test
    void whatIsCancelledBeforeItIsSentIsNeverSent() {
        order("甲");
        workshop.cancel();
        assertThat(workshop.stateProperty().get()).isEqualTo(State.IDLE);
        work.remove().run();

        assertThat(made).isEmpty();
        assertThat(workshop.stateProperty().get()).isEqualTo(State.IDLE);
        assertThat(workshop.failureProperty().get()).isNull();
    }

    @Test
    void theCallThatRunsIsTheOneThatIsCancelled() {
        order("甲");
        work.remove().run();
        workshop.make(FREE, _ -> new Saying("乙", workshop::cancel), made::add);
        work.remove().run();

        assertThat(cancelled).containsExactly("乙");
        assertThat(workshop.stateProperty().get()).isEqualTo(State.IDLE);
    }

    @Test
    void whatWasMadeThoughItWasCancelledIsShownForItIsPaidFor() {
        workshop.make(
                FREE,
                _ -> new Saying("甲", () -> {
                    workshop.cancel();
                    cancelled.clear();
                }),
                made::add);
        work.remove().run();

        assertThat(made).containsExactly("甲");
        assertThat(workshop.stateProperty().get()).isEqualTo(State.IDLE);
    }

    @Test
    void whatFailedCanBeTriedAgain() {
        var tries = new ArrayList<String>();
        workshop.make(
                FREE,
                _ -> new Saying("甲", () -> {
                    tries.add("甲");
                    if (tries.size() == 1) {
                        throw new IllegalStateException("断了");
                    }
                }),
                made::add);
        work.remove().run();
        assertThat(workshop.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(workshop.failureProperty().get()).hasMessage("断了");

        workshop.tryAgain();
        work.remove().run();
        assertThat(made).containsExactly("甲");
        assertThat(workshop.failureProperty().get()).isNull();
    }

    @Test
    void whoLooksAtSomethingElseCanComeBackAndCancel() {
        order("甲");
        workshop.stepAside();
        assertThat(workshop.stateProperty().get()).isEqualTo(State.ASIDE);
        assertThat(workshop.working()).isTrue();
        workshop.comeBack();
        assertThat(workshop.stateProperty().get()).isEqualTo(State.WORKING);
        workshop.stepAside();
        workshop.cancel();

        assertThat(workshop.stateProperty().get()).isEqualTo(State.IDLE);
    }

    private void order(String what) {
        workshop.make(FREE, _ -> new Saying(what, () -> {}), made::add);
    }

    /// Does something while it runs; what was cancelled ends without an answer.
    private final class Saying implements Workshop.Call<String> {
        private final String what;
        private final Runnable meanwhile;

        Saying(String what, Runnable meanwhile) {
            this.what = what;
            this.meanwhile = meanwhile;
        }

        @Override
        public String run() {
            meanwhile.run();
            if (cancelled.contains(what)) {
                throw new IllegalStateException("the line was closed");
            }
            return what;
        }

        @Override
        public void cancel() {
            cancelled.add(what);
        }
    }
}
