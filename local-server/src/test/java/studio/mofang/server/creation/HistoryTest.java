package studio.mofang.server.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Creations.Version;
import studio.mofang.server.creation.CreationService.Change;
import studio.mofang.server.creation.CreationService.NewDraft;
import studio.mofang.server.creation.search.CreationSearch;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Paging;

@ParameterizedClass
@EnumSource(Engine.class)
class HistoryTest {
    private final TestStore store;
    private final TestClock clock = new TestClock();
    private final CreationService creations;
    private final Gallery gallery;
    private final long user;

    HistoryTest(Engine engine) {
        store = new TestStore(engine);
        creations = new CreationService(store.database(), clock, _ -> {}, _ -> {});
        var index = store.storage().dataDir().resolve("index");
        gallery = new Gallery(
                store.database(), new CreationSearch(index, UUID.randomUUID(), new SearchSource(store.database())));
        user = store.newUser();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void autosavesWithinFiveMinutesAreOneVersion() {
        long id = created("初稿");
        save(id, "甲", "desk");
        clock.advance(Duration.ofMinutes(2));
        save(id, "甲乙", "desk");
        clock.advance(Duration.ofMinutes(4));
        save(id, "甲乙丙", "desk");

        assertThat(texts(id)).containsExactly("甲乙丙", "甲乙", "初稿");
        assertThat(gallery.creation(user, id).version()).isEqualTo(4);
    }

    @Test
    void anotherHandStartsAnotherVersion() {
        long id = created("初稿");
        save(id, "书桌写的", "desk");
        save(id, "手机写的", "phone");

        assertThat(texts(id)).containsExactly("手机写的", "书桌写的", "初稿");
    }

    @Test
    void anEmptyStartLeavesNoVersion() {
        long id = created("");
        save(id, "第一句", "desk");

        assertThat(texts(id)).containsExactly("第一句");
    }

    @Test
    void generatedNamedAndRestoredOnesAreNeverWrittenOver() {
        long id = created("初稿");
        creations.generated(user, new GeneratedDraft("writing", null, "标题", "模型写的", provenance(), id));
        save(id, "改过的", "desk");
        creations.nameVersion(user, id, 3, "定稿");
        save(id, "再改的", "desk");
        creations.restoreVersion(user, id, 1, "desk");
        save(id, "最后的", "desk");

        assertThat(texts(id)).containsExactly("最后的", "初稿", "再改的", "改过的", "模型写的", "初稿");
        assertThat(page(id))
                .extracting(Version::cause)
                .startsWith("edited", "restored", "edited", "edited", "generated");
        assertThat(page(id).get(3).name()).isEqualTo("定稿");
    }

    @Test
    void aNameIsAChangeThatOtherDevicesHearOf() {
        long id = created("初稿");
        save(id, "改过的", "phone");
        long before = gallery.changes(user, 0, 10).getLast().seq();

        creations.nameVersion(user, id, 1, "初稿定名");
        creations.nameVersion(user, id, 2, "改稿定名");

        assertThat(gallery.changes(user, before, 10)).hasSize(1);
        assertThat(gallery.changes(user, before, 10).getLast().seq()).isEqualTo(before + 2);
        assertThat(page(id)).extracting(Version::name).containsExactly("改稿定名", "初稿定名");
        assertThat(gallery.creation(user, id).version()).isEqualTo(2);
    }

    @Test
    void restoringATextOfOnesOwnTakesTheProvenanceAway() {
        long id = created("初稿");
        creations.generated(user, new GeneratedDraft("writing", null, "标题", "模型写的", provenance(), id));
        assertThat(gallery.creation(user, id).provenance()).isNotNull();

        assertThat(creations.restoreVersion(user, id, 1, "desk").provenance()).isNull();
        assertThat(creations.restoreVersion(user, id, 2, "desk").provenance()).isEqualTo(provenance());
    }

    @Test
    void theHistoryIsPagedWithThePresentFirst() {
        long id = created("0");
        for (int i = 1; i <= 5; i++) {
            clock.advance(Duration.ofMinutes(6));
            save(id, String.valueOf(i), "desk");
        }

        var pages = List.of(1, 2, 3).stream()
                .flatMap(page -> gallery.versions(user, id, new Paging(page, 2)).items().stream())
                .map(Version::version)
                .toList();
        assertThat(pages).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void theTrashIsEmptiedAfterThirtyDaysLeavingATombstone() {
        long id = created("要删的");
        creations.trash().delete(user, id);
        clock.advance(Duration.ofDays(29));
        creations.trash().sweep();
        assertThat(gallery.creation(user, id, State.TRASH).content()).isEqualTo("要删的");

        clock.advance(Duration.ofDays(2));
        creations.trash().sweep();

        var tombstone = gallery.changes(user, 0, 10).getLast();
        assertThat(tombstone.state()).isEqualTo(State.PURGED);
        assertThat(tombstone.creation().content()).isEmpty();
        assertThat(tombstone.creation().id()).isEqualTo(id);
    }

    private long created(String content) {
        var draft = new NewDraft(UUID.randomUUID(), new Kind("writing", null), "标题", content, List.of());
        return creations.create(user, draft, "desk").id();
    }

    private void save(long id, String content, String hand) {
        creations.change(user, id, new Change(null, content, null, null), hand);
    }

    private List<Version> page(long id) {
        return gallery.versions(user, id, new Paging(1, 20)).items();
    }

    private List<String> texts(long id) {
        return page(id).stream()
                .map(version -> gallery.version(user, id, version.version()).content())
                .toList();
    }

    private static Provenance provenance() {
        return new Provenance("dashscope", "qwen-max", null, 10, List.of(), Instant.EPOCH);
    }
}
