package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Fault;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.generation.ImageService.Begun;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.Written;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// What becomes of a picture at its provider when its process dies, seen from the one that comes after it.
@ParameterizedClass
@EnumSource(Engine.class)
class UnfinishedPictureTest {
    private final PictureStudio studio;
    private final FakeDashScope dashscope;
    private final PictureNode dead;
    private final PictureNode next;
    private final long user;
    private final long model;
    private final Optional<RequestKey> key;

    UnfinishedPictureTest(Engine engine) {
        studio = PictureStudio.of(engine);
        dashscope = studio.dashscope;
        dead = new PictureNode(studio, Runnable::run);
        next = new PictureNode(studio, Runnable::run);
        user = studio.store.newUser(100);
        model = studio.model();
        key = Optional.of(
                new RequestKey(user, "POST /image/generate", UUID.randomUUID().toString(), "hash"));
    }

    @AfterEach
    void nothingHappenedTwice() {
        assertThat(dashscope.tasks().submitted()).isEqualTo(1);
        assertThat(new LedgerCheck(studio.store.database()).violations()).isEmpty();
        assertThat(studio.held(user)).isZero();
    }

    @Test
    void itIsBroughtHomeAndChargedOnce() throws Exception {
        var begun = left();

        next.start();

        assertMade();
        assertThat(next.generations.answered(key)).isPresent();
        next.sweep();
        end(begun);
        assertMade();
    }

    @Test
    void itsCreditsStayHeldHoweverLongItWasLeft() throws Exception {
        var begun = left();
        studio.store.clock().advance(Duration.ofHours(8));

        next.generations.recover();
        next.credits.sweeps().forEach(sweep -> sweep.work().run());

        assertThat(studio.held(user)).isEqualTo(20);
        next.start();
        assertMade();
        end(begun);
    }

    @Test
    void withoutATicketItIsAbandonedAndNeverAskedForAgain() throws Exception {
        dashscope.next(dashscope.tasks().takenInSilence());
        var begun = dead.begin(user, model, key);
        studio.drawn(dead, begun);
        Eventually.holds(PictureStudio.SOON, "taken", () -> dashscope.tasks().submitted() == 1);
        studio.outlive();

        next.start();

        assertNotMade("abandoned");
        end(begun);
    }

    @Test
    void aStartWithoutANetworkThrowsNothingAway() throws Exception {
        var begun = left();
        for (int looks = 0; looks < 6; looks++) {
            dashscope.tasks().nextPolls(dashscope.refuses(503, "ModelUnavailable"));
            dashscope.tasks().beforeAnswer(() -> studio.store.clock().advance(Duration.ofHours(3)));
        }

        next.start();

        assertMade();
        end(begun);
    }

    @Test
    void whatNobodyCanBeAskedAboutForADayGivesItsCreditsBack() throws Exception {
        var begun = left();
        dashscope.tasks().beforeAnswer(() -> studio.store.clock().advance(Duration.ofHours(25)));
        for (int looks = 0; looks < 6; looks++) {
            dashscope.tasks().nextPolls(dashscope.refuses(503, "ModelUnavailable"));
        }

        next.start();

        assertNotMade("failed");
        end(begun);
    }

    @Test
    void aPictureThatItsProviderRefusedGivesItsCreditsBack() throws Exception {
        dashscope.tasks().go("REJECTED");
        var begun = left();

        next.start();

        assertNotMade("failed");
        assertThat(next.generations.claimed(key.orElseThrow())).isFalse();
        end(begun);
    }

    @Test
    void aModelThatWasDeletedMeanwhileGivesTheCreditsBack() throws Exception {
        var begun = left();
        studio.deletes(model);

        next.start();

        assertNotMade("failed");
        end(begun);
    }

    @Test
    void aKeyThatIsRefusedMayBeMended() throws Exception {
        var begun = left();
        dashscope.tasks().nextPolls(dashscope.refuses(401, "InvalidApiKey"));

        next.start();

        assertMade();
        end(begun);
    }

    @Test
    void theSameRequestIsNeverSubmittedTwiceHoweverLongItTakes() throws Exception {
        var begun = left();
        studio.store.clock().advance(Duration.ofMinutes(20));

        assertThatThrownBy(() -> next.begin(user, model, key))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.fault()).isEqualTo(Fault.CONFLICT));

        next.start();
        assertMade();
        end(begun);
    }

    @Test
    void anOrderlyStopLeavesItAndSaysSo() throws Exception {
        dashscope.tasks().go("RUNNING");
        var begun = dead.begin(user, model, key);
        var answer = studio.drawn(dead, begun);
        studio.awaitLook();

        dead.generations.drain();

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.sentence()).isEqualTo(Kind.GOES_ON.sentence()));
        assertThat(studio.held(user)).isEqualTo(20);
        assertThat(dashscope.tasks().cancelled()).isEmpty();
        dashscope.tasks().finish("SUCCEEDED");
        next.start();
        assertMade();
    }

    @Test
    void whoCancelsGetsTheCreditsBackAndTheProviderHearsOfIt() throws Exception {
        dashscope.tasks().go("PENDING");
        var begun = dead.begin(user, model, key);
        studio.drawn(dead, begun);
        studio.awaitLook();

        end(begun);

        assertNotMade("cancelled");
        Eventually.holds(
                PictureStudio.SOON,
                "the provider hears of it",
                () -> dashscope.tasks().cancelled().size() == 1);
        studio.outlive();
        next.start();
        assertNotMade("cancelled");
    }

    @Test
    void aSubmissionWhoseLineIsCutIsNotSentAgain() {
        dead.images.draw(dead.begin(user, model, Optional.empty()));
        dashscope.next(_ -> {
            throw new IOException("taken, and cut before the answer");
        });

        assertThatThrownBy(() -> dead.images.draw(dead.begin(user, model, key))).isInstanceOf(Problem.class);

        assertThat(dashscope.received().stream().filter(call -> call.path().contains("/services/")))
                .hasSize(2);
        assertThat(studio.states(user)).containsExactly("done", "failed");
        assertThat(studio.balance(user)).isEqualTo(80);
    }

    /// As when the database was away for a moment, just when it was to be told of the end.
    @Test
    void whatItsNodeHasForgottenIsNotRenewed() throws Exception {
        var other = studio.leftAtItsProvider(dead, user, model, Optional.empty());
        var forgotten = dead.begin(user, model, key).run();
        assertThatThrownBy(() -> dead.generations.finish(forgotten, new Written("", "stop", null, null), _ -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(IllegalStateException.class);
        studio.store.clock().advance(Succession.LEASE.plusSeconds(1));

        dead.generations.sweep();
        next.generations.sweep();

        assertThat(studio.states(user)).containsExactly("running", "abandoned");
        assertThat(next.generations.claimed(key.orElseThrow())).isFalse();
        end(other);
    }

    private Begun left() throws Exception {
        var begun = studio.leftAtItsProvider(dead, user, model, key);
        studio.outlive();
        return begun;
    }

    /// The dead process comes back to itself, and hears that nobody waits any more.
    private void end(Begun begun) {
        dead.images.abandon(begun, new ModelFailure(Kind.CANCELLED, "nobody waits"));
    }

    private void assertMade() {
        assertThat(studio.states(user)).containsExactly("done");
        assertThat(studio.balance(user)).isEqualTo(80);
        assertThat(studio.creations(user)).isEqualTo(1);
    }

    private void assertNotMade(String state) {
        assertThat(studio.states(user)).containsExactly(state);
        assertThat(studio.balance(user)).isEqualTo(100);
        assertThat(studio.creations(user)).isZero();
    }
}
