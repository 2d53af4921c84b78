package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Media;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.publish.Target.Key;
import studio.mofang.server.publish.Target.Status;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;

/// What was published keeps its files.
@ParameterizedClass
@EnumSource(Engine.class)
class PackReferencesTest {
    private final TestStore store;
    private final PackReferences references = new PackReferences();
    private final long user;

    PackReferencesTest(Engine engine) {
        store = TestStore.shared(engine);
        user = store.newUser();
    }

    @Test
    void aFrozenPackRefersToWhatItsTextItsPicturesAndItsVideoAre() {
        var inText = UUID.randomUUID();
        var card = UUID.randomUUID();
        var video = UUID.randomUUID();
        var none = UUID.randomUUID();
        published("<img src=\"" + Media.reference(inText) + "\">", List.of(Media.reference(card)), null);
        published("没有图", List.of(), Media.reference(video));

        assertThat(referred(user, Set.of(inText, card, video, none))).containsExactlyInAnyOrder(inText, card, video);
        assertThat(referred(store.newUser(), Set.of(inText, card, video))).isEmpty();
    }

    @Test
    void whatIsPublishedMeanwhileIsNoticed() {
        long before = edition();
        published("字", List.of(), null);

        assertThat(edition()).isNotEqualTo(before);
    }

    private Set<UUID> referred(long userId, Set<UUID> files) {
        return store.database().read(sql -> references.referred(sql, userId, files));
    }

    private long edition() {
        return store.database().read(sql -> references.edition(sql, user));
    }

    private void published(String body, List<String> pictures, String video) {
        var now = Instant.now();
        var row = new PublicationRepository.Row(0, UUID.randomUUID(), 1, 1, "题", null, now);
        var pack = new Pack("toutiao", "题", "", "", Pack.HTML, body, List.of(), pictures, null, video);
        store.database().write(tx -> {
            long id = new PublicationRepository().insert(tx, user, row);
            new TargetRepository()
                    .insert(
                            tx,
                            new Key(user, id, Platform.TOUTIAO),
                            pack,
                            Status.ended(TargetState.CANCELLED, null),
                            now);
            return id;
        });
    }
}
