package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Fault;
import studio.mofang.server.db.Custody;
import studio.mofang.server.generation.Assignment.Maker;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Idempotency;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.RequestKey;

@ParameterizedClass
@EnumSource(Engine.class)
class RepeatsTest {
    private static final Duration SOON = Duration.ofSeconds(8);

    private final TestStore store;
    private final GenerationService here;
    private final RequestKey key;
    private final long user;

    RepeatsTest(Engine engine) {
        store = TestStore.shared(engine);
        here = node();
        user = store.newUser(100);
        key = new RequestKey(user, "POST /x", UUID.randomUUID().toString(), "hash");
    }

    @Test
    void whoWaitsForAGenerationThatFailsIsToldWhyAtOnce() throws Exception {
        var run = here.begin(assignment());
        var waiting = CompletableFuture.supplyAsync(() -> repeated(here));

        var failure = here.fail(run, new ModelFailure(Kind.NO_BALANCE, "not that"));

        assertThat(thrown(waiting)).isSameAs(failure);
    }

    @Test
    void onAnotherNodeTheyAreToldToTryAgain() throws Exception {
        var there = node();
        var run = here.begin(assignment());
        var waiting = CompletableFuture.supplyAsync(() -> repeated(there));

        here.fail(run, new ModelFailure(Kind.NO_BALANCE, "not that"));

        assertThat(thrown(waiting).fault()).isEqualTo(Fault.CONFLICT);
        assertThat(thrown(waiting).sentence()).contains("再试一次");
    }

    @Test
    void aConflictWithoutAKeyIsNotWaitedFor() {
        var busy = new Problem(Fault.CONFLICT);

        assertThatThrownBy(() -> new Repeats(here).meanwhile(Optional.empty(), busy))
                .isSameAs(busy);
    }

    private byte[] repeated(GenerationService node) {
        return new Repeats(node).meanwhile(Optional.of(key), new Problem(Fault.CONFLICT, "同一请求正在处理"));
    }

    private static Problem thrown(CompletableFuture<byte[]> waiting) throws Exception {
        try {
            waiting.get(SOON.toSeconds(), TimeUnit.SECONDS);
            throw new AssertionError("there was no text to answer with");
        } catch (ExecutionException e) {
            return (Problem) e.getCause();
        }
    }

    private GenerationService node() {
        var vault = Custody.of(store.storage(), store.database()).vault();
        var idempotency = new Idempotency(store.database(), vault, store.clock());
        return new GenerationService(
                store.database(), store.newBoot(), store.memberships(), idempotency, store.clock());
    }

    private Assignment assignment() {
        return new Assignment(
                user,
                "writing",
                "wechat_article",
                new Maker(1L, "dashscope", "qwen-max"),
                "写",
                10,
                "写作",
                Optional.of(key));
    }
}
