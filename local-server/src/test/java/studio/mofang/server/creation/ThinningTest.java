package studio.mofang.server.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Creations.Version;
import studio.mofang.server.creation.CreationService.Change;
import studio.mofang.server.creation.CreationService.NewDraft;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestStore;

@ParameterizedClass
@EnumSource(Engine.class)
class ThinningTest {
    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");

    private final TestStore store;
    private final TestClock clock = new TestClock();
    private final VersionRepository versions = new VersionRepository();

    ThinningTest(Engine engine) {
        store = TestStore.shared(engine);
    }

    @Test
    void ofLongAgoTheLastOfEachDayStays() {
        var history = history(Thinning.LATEST, NOON, null, "edited");
        history.add(version(3, NOON.minus(Duration.ofHours(2)), null, "edited"));
        history.add(version(2, NOON.minus(Duration.ofHours(30)), null, "edited"));
        history.add(version(1, NOON.minus(Duration.ofHours(31)), null, "edited"));

        assertThat(superfluous(history)).containsExactlyInAnyOrder(3L, 1L);
    }

    @Test
    void theLatestFiftyStay() {
        assertThat(superfluous(history(Thinning.LATEST, NOON, null, "edited"))).isEmpty();
        assertThat(superfluous(history(Thinning.LATEST + 2, NOON, null, "edited")))
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void whatHasANameOrWasPaidForStays() {
        assertThat(superfluous(history(200, NOON, "定稿", "edited"))).isEmpty();
        assertThat(superfluous(history(200, NOON, null, "generated"))).isEmpty();
    }

    @Test
    void whatIsYoungStays() {
        assertThat(Thinning.superfluous(history(200, NOON, null, "edited"), NOON.minus(Thinning.YOUNG)))
                .isEmpty();
    }

    @Test
    void theSweepLetsGoOfOldAutosavesAndOfNothingElse() {
        var creations = new CreationService(store.database(), clock, _ -> {}, _ -> {});
        long user = store.newUser();
        long busy = created(creations, user);
        long quiet = created(creations, user);
        for (int i = 1; i <= 60; i++) {
            clock.advance(Edition.COALESCED);
            creations.change(user, busy, new Change(null, "第 " + i + " 稿", null, null), "desk");
        }
        creations.nameVersion(user, busy, 2, "初稿");
        creations.change(user, quiet, new Change(null, "改过", null, null), "desk");
        clock.advance(Duration.ofDays(31));

        creations.thinning().sweep();
        creations.thinning().sweep();

        var left = numbers(user, busy);
        assertThat(left)
                .hasSizeBetween(Thinning.LATEST + 1, Thinning.LATEST + 3)
                .contains(2L, 11L, 60L);
        assertThat(left).doesNotContain(4L);
        assertThat(numbers(user, quiet)).containsExactly(1L);
        assertThat(creations.living(user, busy).content()).isEqualTo("第 60 稿");
    }

    private static long created(CreationService creations, long user) {
        var draft = new NewDraft(UUID.randomUUID(), new Kind("writing", null), "标题", "正文", List.of());
        return creations.create(user, draft, "desk").id();
    }

    private List<Long> numbers(long user, long creation) {
        return store.database().read(sql -> versions.page(sql, user, creation, 0, 1000)).stream()
                .map(Version::version)
                .toList();
    }

    private static java.util.Set<Long> superfluous(List<Version> history) {
        return Thinning.superfluous(history, NOON.plus(Duration.ofDays(1)));
    }

    /// All of one day, a second apart, the latest first.
    private static List<Version> history(int size, Instant last, @Nullable String name, String cause) {
        var history = new ArrayList<Version>();
        for (int i = 0; i < size; i++) {
            history.add(version(size - i, last.minusSeconds(i), name, cause));
        }
        return history;
    }

    private static Version version(long number, Instant at, @Nullable String name, String cause) {
        return new Version(number, "标题", null, cause, name, 1, at);
    }
}
