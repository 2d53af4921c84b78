package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.web.Problem;

/// Several nodes on one PostgreSQL, and one picture.
class TwoPictureNodesTest {
    private PictureStudio studio;
    private FakeDashScope dashscope;
    private long user;
    private long model;

    @BeforeEach
    void open() {
        studio = PictureStudio.of(Engine.POSTGRES);
        dashscope = studio.dashscope;
        user = studio.store.newUser(100);
        model = studio.model();
    }

    @AfterEach
    void nothingHappenedTwice() {
        assertThat(dashscope.tasks().submitted()).isEqualTo(1);
        assertThat(new LedgerCheck(studio.store.database()).violations()).isEmpty();
        assertThat(studio.states(user)).containsExactly("done");
        assertThat(studio.creations(user)).isEqualTo(1);
        assertThat(studio.balance(user)).isEqualTo(80);
        assertThat(studio.held(user)).isZero();
    }

    @Test
    void onlyOneGoesOnWithWhatADeadOneLeft() throws Exception {
        studio.leftAtItsProvider(new PictureNode(studio, Runnable::run), user, model, Optional.empty());
        studio.outlive();
        List<Runnable> work = new CopyOnWriteArrayList<>();
        var nodes = List.of(new PictureNode(studio, work::add), new PictureNode(studio, work::add));

        CompletableFuture.allOf(nodes.stream()
                        .map(node -> CompletableFuture.runAsync(node::start))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(work).hasSize(1);
        work.forEach(Runnable::run);
    }

    @Test
    void whoIsSlowerFindsItTaken() throws Exception {
        var nodes = List.of(new PictureNode(studio, Runnable::run), new PictureNode(studio, Runnable::run));
        studio.leftAtItsProvider(new PictureNode(studio, Runnable::run), user, model, Optional.empty());
        studio.outlive();
        var seenByBoth = studio.left(user);

        assertThat(nodes)
                .extracting(node -> node.generations
                        .succession()
                        .takenOver(seenByBoth.orphan(), seenByBoth.task().run()))
                .containsExactly(true, false);

        studio.outlive();
        nodes.getLast().sweep();
    }

    @Test
    void whoWasThoughtDeadFailsNothingAnyMore() {
        List<Runnable> work = new CopyOnWriteArrayList<>();
        var slow = new PictureNode(studio, Runnable::run);
        var other = new PictureNode(studio, work::add);
        dashscope.tasks().beforeAnswer(() -> {});
        dashscope.tasks().nextPolls(dashscope.refuses(400, "InvalidParameter"));
        dashscope.tasks().beforeAnswer(() -> {
            studio.outlive();
            other.sweep();
        });

        assertThatThrownBy(() -> slow.images.draw(slow.begin(user, model, Optional.empty())))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.sentence()).isEqualTo(Kind.GOES_ON.sentence()));

        assertThat(studio.held(user)).isEqualTo(20);
        work.forEach(Runnable::run);
    }

    @Test
    void whoWasThoughtDeadChargesNothingAnyMore() {
        var slow = new PictureNode(studio, Runnable::run);
        var other = new PictureNode(studio, Runnable::run);
        dashscope.tasks().go("SUCCEEDED");
        dashscope.tasks().beforeAnswer(() -> {});
        dashscope.tasks().beforeAnswer(() -> {
            studio.outlive();
            other.sweep();
        });

        assertThatThrownBy(() -> slow.images.draw(slow.begin(user, model, Optional.empty())))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.sentence()).isEqualTo(Kind.GOES_ON.sentence()));
    }

    @Test
    void whatIsRenewedIsLeftAlone() {
        var slow = new PictureNode(studio, Runnable::run);
        var other = new PictureNode(studio, work -> {
            throw new AssertionError("there is nothing to go on with");
        });
        dashscope.tasks().go("SUCCEEDED");
        dashscope.tasks().beforeAnswer(() -> {});
        dashscope.tasks().beforeAnswer(() -> {
            studio.outlive();
            slow.sweep();
            other.sweep();
        });

        slow.images.draw(slow.begin(user, model, Optional.empty()));
    }
}
