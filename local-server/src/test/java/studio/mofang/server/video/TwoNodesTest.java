package studio.mofang.server.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Videos.Task;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.web.Paging;

/// Two nodes on one PostgreSQL. One of them stands still in the middle of a step, is thought dead, and comes
/// back when the other has gone on.
class TwoNodesTest {
    private static final Duration TOO_LONG = VideoWorker.LEASE.plusSeconds(1);

    private final HeldBack threads = new HeldBack();
    private VideoStudio studio;
    private FakeDashScope dashscope;
    private VideoNode slow;
    private VideoNode other;
    private long user;

    @BeforeEach
    void open() {
        studio = VideoStudio.of(Engine.POSTGRES);
        dashscope = studio.dashscope;
        slow = studio.another(threads);
        other = studio.node;
        user = studio.store.newUser(100);
    }

    @AfterEach
    void nothingHappenedTwice() {
        assertThat(dashscope.tasks().submitted()).isEqualTo(1);
        assertThat(new LedgerCheck(studio.store.database()).violations()).isEmpty();
        assertThat(studio.held(user)).isZero();
        slow.close();
    }

    @Test
    void whatOneClaimedAndNeverSubmittedIsSubmittedByTheOther() {
        dashscope.tasks().go("SUCCEEDED");
        var begun = begun();
        claimed();

        studio.pass(TOO_LONG);
        assertThat(dashscope.tasks().submitted()).isEqualTo(1);
        threads.runAll();

        assertDone(studio.looked(user, begun));
    }

    @Test
    void whatOneWasSubmittingIsNotSubmittedByTheOther() {
        dashscope.tasks().beforeAnswer(() -> studio.pass(TOO_LONG));
        var begun = begun();

        threads.runAll();

        assertThat(status(begun).status()).isEqualTo("failed");
        assertThat(status(begun).message()).contains("中断");
        assertThat(studio.balance(user)).isEqualTo(100);
        assertThat(dashscope.tasks().cancelled()).hasSize(1);
    }

    @Test
    void whatOneWasBringingHomeIsBroughtHomeByTheOtherAlone() {
        dashscope.tasks().go("SUCCEEDED");
        var begun = submitted();
        dashscope.tasks().beforeAnswer(() -> studio.pass(TOO_LONG));

        looksSlowly();

        assertDone(status(begun));
    }

    @Test
    void whoWasThoughtDeadFailsNothingAnyMore() {
        dashscope.tasks().go("RUNNING");
        var begun = submitted();
        dashscope.tasks().beforeAnswer(() -> studio.pass(TOO_LONG));
        dashscope.tasks().nextPolls(dashscope.refuses(404, "ModelNotFound"));

        looksSlowly();
        assertThat(status(begun).status()).isEqualTo("processing");

        dashscope.tasks().finish("SUCCEEDED");
        assertDone(studio.ended(user, begun));
    }

    @Test
    void aClaimThatIsRenewedIsLeftAlone() {
        dashscope.tasks().go("SUCCEEDED");
        var begun = submitted();
        int asked = dashscope.received().size();
        dashscope.tasks().beforeAnswer(() -> {
            for (int minutes = 0; minutes < 3; minutes++) {
                studio.store.clock().advance(VideoWorker.LEASE.minusSeconds(10));
                slow.worker.sweep();
                other.worker.sweep();
            }
        });

        looksSlowly();

        assertDone(status(begun));
        assertThat(dashscope.received()).hasSize(asked + 2);
    }

    private Task begun() {
        return slow.videos.wire(slow.videos.begin(user, VideoForm.of(VideoStudio.SAMPLE)));
    }

    private Task submitted() {
        var begun = begun();
        threads.runAll();
        assertThat(status(begun).stage()).isEqualTo("waiting");
        return begun;
    }

    /// The slow node has claimed what is due, and gets no further.
    private void claimed() {
        threads.runNext();
    }

    private void looksSlowly() {
        studio.store.clock().advance(VideoStudio.PACE);
        slow.worker.sweep();
        threads.runAll();
    }

    private Task status(Task begun) {
        return other.videos.status(user, begun.taskId());
    }

    private void assertDone(Task task) {
        assertThat(task.status()).isEqualTo("completed");
        assertThat(studio.balance(user)).isEqualTo(50);
        assertThat(other.videos.list(user, new Paging(1, 20)).items())
                .extracting(Task::creationId)
                .containsExactly(Objects.requireNonNull(task.creationId()));
    }
}
