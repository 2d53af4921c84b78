package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static studio.mofang.server.db.gen.Tables.CHANGE_COUNTER;

import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Envelope;
import studio.mofang.core.writing.WritingTools;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.db.Custody;
import studio.mofang.server.generation.Assignment.Maker;
import studio.mofang.server.generation.GenerationService.Outcome;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.Written;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Idempotency;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

/// What happens to a generation whose process died, seen from the one that comes after it.
@ParameterizedClass
@EnumSource(Engine.class)
class AbandonedGenerationTest {
    private static final Written TEXT = new Written("写完了", "stop", 1, 2);

    /// Of this test alone: it moves the clock.
    private static final Map<Engine, TestStore> STORES = new EnumMap<>(Engine.class);

    private final TestStore store;
    private final GenerationService dead;
    private final GenerationService next;
    private final long user;

    AbandonedGenerationTest(Engine engine) {
        store = STORES.computeIfAbsent(engine, TestStore::new);
        dead = node();
        next = node();
        user = store.newUser(100);
    }

    @Test
    void itsCreditsAndItsKeyAreGivenBack() {
        var key = new RequestKey(user, "POST /x", UUID.randomUUID().toString(), "hash");
        dead.begin(assignment(Optional.of(key)));
        assertThat(held()).isEqualTo(10);

        store.clock().advance(Duration.ofMinutes(2));
        next.recover();

        assertThat(held()).isZero();
        assertThat(balance()).isEqualTo(100);
        next.finish(next.begin(assignment(Optional.of(key))), TEXT, _ -> outcome());
        assertThat(next.answered(Optional.of(key))).isPresent();
        assertThat(balance()).isEqualTo(90);
    }

    @Test
    void itCannotBeFinishedAnyMore() {
        var run = dead.begin(assignment(Optional.empty()));
        store.clock().advance(Duration.ofMinutes(2));
        next.sweep();

        assertThatThrownBy(() -> dead.finish(run, TEXT, _ -> outcome()))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED));
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void whatStillRunsIsRenewedAndLeftAlone() {
        var run = dead.begin(assignment(Optional.empty()));
        store.clock().advance(Duration.ofMinutes(2));

        dead.sweep();
        next.sweep();

        dead.finish(run, TEXT, _ -> outcome());
        assertThat(balance()).isEqualTo(90);
    }

    @Test
    void nobodyElseChangesAnythingOfTheUsersWhileATextIsSaved() {
        assumeTrue(store.database().dialect() == SQLDialect.POSTGRES, "on H2 one writer runs at a time");
        var run = next.begin(assignment(Optional.empty()));

        next.finish(run, TEXT, _ -> {
            assertThatThrownBy(this::changeElsewhere)
                    .hasCauseInstanceOf(DataAccessException.class)
                    .hasMessageContaining("could not obtain lock");
            return outcome();
        });
    }

    @Test
    void nothingIsChargedWhenSavingFails() {
        var run = next.begin(assignment(Optional.empty()));

        assertThatThrownBy(() -> next.finish(run, TEXT, _ -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        next.fail(run, new ModelFailure(Kind.INTERRUPTED, "not saved"));

        assertThat(held()).isZero();
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void aStopCancelsWhatRunsAndGivesTheCreditsBack() {
        var run = next.begin(assignment(Optional.empty()));
        run.cancellation().onCancel(() -> next.fail(run, new ModelFailure(Kind.CANCELLED, "stop")));

        next.close();

        assertThat(held()).isZero();
    }

    @Test
    void aHoldThatExpiredMeanwhileIsTakenAnew() {
        var run = next.begin(assignment(Optional.empty()));
        expireHolds();

        next.finish(run, TEXT, charged -> {
            assertThat(charged.price()).isEqualTo(10);
            return outcome();
        });

        assertThat(balance()).isEqualTo(90);
        assertThat(held()).isZero();
    }

    @Test
    void whoHasSpentWhatWasGivenBackGetsTheTextForNothingAndIsToldSo() {
        var run = next.begin(assignment(Optional.empty()));
        expireHolds();
        store.credits().spend(user, new LedgerEntry(Cause.ADMIN, "all", "gift", 100, "花光"));

        next.finish(run, TEXT, charged -> {
            assertThat(charged.price()).isZero();
            return outcome();
        });

        assertThat(balance()).isZero();
    }

    @Test
    void anErrorOfOursEndsTheTextAndGivesItsCreditsBack() {
        var tool = WritingTools.find("wechat_article").orElseThrow();
        var writing = new Writing(tool, WritingForm.brief(tool, Studio.SAMPLE), Studio.SAMPLE);
        var run = next.begin(assignment(Optional.empty()));
        var author = new Author(run.assignment().maker(), (_, _, _) -> overflow(), 10, "");
        var texts = new WritingService(next, null, null, false, store.clock());

        var events = new EventWriter(OutputStream.nullOutputStream());
        assertThatThrownBy(() -> new LiveText<Written>()
                        .relay(new WritingService.Started(writing, author, run, true).told(texts), events))
                .isInstanceOf(Problem.class);

        assertThat(held()).isZero();
    }

    private static Written overflow() {
        throw new StackOverflowError("on purpose");
    }

    private void expireHolds() {
        store.clock().advance(Duration.ofMinutes(11));
        store.credits().sweeps().forEach(sweep -> sweep.work().run());
    }

    private void changeElsewhere() {
        CompletableFuture.runAsync(() -> store.database()
                        .read(sql -> sql.select(CHANGE_COUNTER.LAST_SEQ)
                                .from(CHANGE_COUNTER)
                                .where(CHANGE_COUNTER.USER_ID.eq(user))
                                .forUpdate()
                                .noWait()
                                .fetch()))
                .join();
    }

    private GenerationService node() {
        var vault = Custody.of(store.storage(), store.database()).vault();
        var idempotency = new Idempotency(store.database(), vault, store.clock());
        return new GenerationService(
                store.database(), store.credits(), store.memberships(), idempotency, store.clock());
    }

    private Assignment assignment(Optional<RequestKey> key) {
        var maker = new Maker(1L, "dashscope", "qwen-max");
        return new Assignment(user, "writing", "wechat_article", maker, "写", 10, "生成公众号文章", key);
    }

    private static Outcome outcome() {
        return new Outcome(7, Envelope.success("生成成功", "写完了"));
    }

    private long held() {
        return store.credits().balance(user).creditHeld();
    }

    private long balance() {
        return store.credits().balance(user).creditBalance();
    }
}
