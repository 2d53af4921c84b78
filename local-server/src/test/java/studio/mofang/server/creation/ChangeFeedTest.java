package studio.mofang.server.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Creations.Creation;
import studio.mofang.server.creation.CreationService.Change;
import studio.mofang.server.creation.CreationService.NewDraft;
import studio.mofang.server.creation.search.CreationSearch;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;

/// Rule Y4, and what happens when many change the same at once.
@ParameterizedClass
@EnumSource(Engine.class)
class ChangeFeedTest {
    private static final int WRITERS = 16;
    private static final int EACH = Integer.getInteger("mofang.changes.each", 60);

    private final TestStore store;
    private final CreationService creations;
    private final Gallery gallery;
    private final long user;

    ChangeFeedTest(Engine engine) {
        store = new TestStore(engine);
        creations = new CreationService(store.database(), new TestClock(), _ -> {}, _ -> {});
        var index = store.storage().dataDir().resolve("index");
        gallery = new Gallery(
                store.database(), new CreationSearch(index, UUID.randomUUID(), new SearchSource(store.database())));
        user = store.newUser();
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// A creation shows only its latest change, so what the reader has mirrored must be what is there in the end.
    @Test
    void aReaderMissesNoChangeOfSixteenWriters() throws Exception {
        var mirror = new HashMap<UUID, Gallery.Change>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(_ -> threads.submit(() -> write(EACH)))
                    .toList();
            long cursor = 0;
            boolean ended = false;
            while (!ended) {
                ended = writers.stream().allMatch(Future::isDone);
                cursor = read(cursor, mirror);
            }
            for (var writer : writers) {
                writer.get();
            }
        }

        assertThat(mirror.values()).containsExactlyInAnyOrderElementsOf(gallery.changes(user, 0, 100_000));
        assertThat(mirror).hasSize(WRITERS * EACH / 10);
    }

    @Test
    void ofManyChangesOnOneBaseOneWins() throws Exception {
        long id = made().id();

        var won = together(hand -> {
            try {
                creations.change(user, id, new Change(null, "由" + hand, null, 1L), "hand" + hand);
                return true;
            } catch (Problem stale) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(gallery.creation(user, id).version()).isEqualTo(2);
    }

    @Test
    void ofManyChangesWithoutABaseNoneIsLost() throws Exception {
        long id = made().id();

        together(hand -> creations.change(user, id, new Change(null, "由" + hand, null, null), "hand" + hand));

        assertThat(gallery.creation(user, id).version()).isEqualTo(1 + WRITERS);
        assertThat(gallery.versions(user, id, new Paging(1, 100)).total()).isEqualTo(1 + WRITERS);
    }

    @Test
    void theSameUuidMadeManyTimesIsOneCreation() throws Exception {
        var draft = new NewDraft(UUID.randomUUID(), new Kind("writing", null), "标题", "正文", List.of());

        var ids = together(hand -> creations.create(user, draft, "hand" + hand).id());

        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(gallery.changes(user, 0, 10)).hasSize(1);
    }

    private Creation made() {
        var draft = new NewDraft(UUID.randomUUID(), new Kind("writing", null), "标题", "正文", List.of("甲"));
        return creations.create(user, draft, "desk");
    }

    private int write(int changes) {
        long id = 0;
        for (int i = 0; i < changes; i++) {
            if (i % 10 == 0) {
                id = made().id();
            } else if (i % 10 == 9) {
                creations.trash().delete(user, id);
            } else {
                creations.change(user, id, new Change(null, "第" + i + "稿", null, null), "desk");
            }
        }
        return changes;
    }

    private long read(long cursor, Map<UUID, Gallery.Change> mirror) {
        long since = cursor;
        while (true) {
            var page = gallery.changes(user, since, 7);
            if (page.isEmpty()) {
                return since;
            }
            page.forEach(change -> mirror.put(change.creation().uuid(), change));
            since = page.getLast().seq();
        }
    }

    private interface Deed<T> {
        T by(int hand) throws Exception;
    }

    private static <T> List<T> together(Deed<T> deed) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(IntStream.range(0, WRITERS)
                    .<Callable<T>>mapToObj(hand -> () -> deed.by(hand))
                    .toList());
            var results = new ArrayList<T>();
            for (var one : all) {
                results.add(one.get());
            }
            return results;
        }
    }
}
