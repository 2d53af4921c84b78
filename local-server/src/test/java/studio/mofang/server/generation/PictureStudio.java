package studio.mofang.server.generation;

import static studio.mofang.server.db.gen.Tables.AI_MODEL;
import static studio.mofang.server.db.gen.Tables.CREATION;
import static studio.mofang.server.db.gen.Tables.GENERATION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import studio.mofang.core.Envelope;
import studio.mofang.server.generation.ImageService.Begun;
import studio.mofang.server.generation.PictureTaskRepository.Left;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.RequestKey;

/// A store and a DashScope of ours, and processes that draw pictures there.
final class PictureStudio {
    static final Duration SOON = Duration.ofSeconds(10);
    private static final Map<Engine, PictureStudio> STUDIOS = new EnumMap<>(Engine.class);

    final Engine engine;
    final TestStore store;
    final Path folder;
    FakeDashScope dashscope = new FakeDashScope();

    private PictureStudio(Engine engine) {
        this.engine = engine;
        store = new TestStore(engine);
        try {
            folder = Files.createTempDirectory("mofang-pictures");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One per engine for the whole run, with a DashScope that has heard of nothing yet, not even from the last test's
    /// threads.
    static PictureStudio of(Engine engine) {
        var studio = STUDIOS.computeIfAbsent(engine, PictureStudio::new);
        studio.dashscope.close();
        studio.dashscope = new FakeDashScope();
        return studio;
    }

    /// A model that draws by task and is asked without a pause, for twenty credits.
    long model() {
        return store.database()
                .write(tx -> tx.insertInto(AI_MODEL)
                        .set(AI_MODEL.NAME, "万相")
                        .set(AI_MODEL.PROVIDER, "qwen")
                        .set(AI_MODEL.MODEL_NAME, "wan2.6-t2i")
                        .set(AI_MODEL.KIND, "image")
                        .set(AI_MODEL.IS_ACTIVE, true)
                        .set(AI_MODEL.CREDITS_COST, 20)
                        .set(AI_MODEL.CONFIG, "{\"async\":true,\"poll_millis\":1}")
                        .set(AI_MODEL.CREATED_AT, Instant.now())
                        .set(AI_MODEL.UPDATED_AT, Instant.now())
                        .returningResult(AI_MODEL.ID)
                        .fetchSingle()
                        .value1());
    }

    void deletes(long model) {
        store.database()
                .write(tx ->
                        tx.deleteFrom(AI_MODEL).where(AI_MODEL.ID.eq(model)).execute());
    }

    /// A picture whose process stands still while it asks about it for the first time, as if it were dead.
    Begun leftAtItsProvider(PictureNode dead, long user, long model, Optional<RequestKey> key) throws Exception {
        dashscope.tasks().nextPolls(dashscope.silence());
        var begun = dead.begin(user, model, key);
        drawn(dead, begun);
        awaitLook();
        return begun;
    }

    /// On a thread of its own.
    CompletableFuture<Envelope<?>> drawn(PictureNode node, Begun begun) {
        var answer = new CompletableFuture<Envelope<?>>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(node.images.draw(begun));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    void awaitLook() throws Exception {
        Eventually.holds(SOON, "its provider is asked about it", () -> looks() > 0);
    }

    long looks() {
        return dashscope.received().stream()
                .filter(call -> call.path().contains("/tasks/"))
                .count();
    }

    /// Long enough for a process to be believed dead; where one owns the store, the next one knows at once.
    void outlive() {
        if (engine == Engine.POSTGRES) {
            store.clock().advance(Succession.LEASE.plusSeconds(1));
        }
    }

    /// This user's picture, as a node finds it that is about to take it over.
    Left left(long user) {
        return store
                .database()
                .read(sql -> new PictureTaskRepository().left(sql, store.clock().instant(), Integer.MAX_VALUE))
                .stream()
                .filter(left -> left.orphan().userId() == user)
                .findFirst()
                .orElseThrow();
    }

    /// How this user's generations stand, oldest first.
    List<String> states(long user) {
        return store.database()
                .read(sql -> sql.select(GENERATION.STATE)
                        .from(GENERATION)
                        .where(GENERATION.USER_ID.eq(user))
                        .orderBy(GENERATION.STARTED_AT)
                        .fetch(GENERATION.STATE));
    }

    int creations(long user) {
        return store.database().read(sql -> sql.fetchCount(CREATION, CREATION.USER_ID.eq(user)));
    }

    long balance(long user) {
        return store.credits().balance(user).creditBalance();
    }

    long held(long user) {
        return store.credits().balance(user).creditHeld();
    }
}
