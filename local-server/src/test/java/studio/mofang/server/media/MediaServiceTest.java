package studio.mofang.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeBucket;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestStore;

/// The service over both of its stores.
@ParameterizedClass
@ValueSource(booleans = {false, true})
class MediaServiceTest {
    @Parameter
    private boolean inBucket;

    @TempDir
    private Path folder;

    private final FakeBucket bucket = new FakeBucket();
    private TestStore store;
    private TestClock clock;
    private long user;
    private MediaStore objects;
    private MediaLinks links;
    private MediaService media;
    private MediaSweep sweep;

    @BeforeEach
    void open() {
        store = TestStore.shared(Engine.H2);
        user = store.newUser();
        clock = new TestClock();
        objects = inBucket
                ? new BucketStore(
                        new Bucket(bucket.url(), FakeBucket.REGION, FakeBucket.ACCESS_KEY, FakeBucket.SECRET_KEY),
                        clock)
                : new FolderStore(folder);
        links = new MediaLinks(new byte[32], () -> "http://here", clock);
        media = new MediaService(store.database(), objects, links, folder.resolve("incoming"), clock);
        sweep = new MediaSweep(store.database(), objects, folder.resolve("incoming"), clock);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void whatWasStoredIsReadWhole() throws IOException {
        var png = Pictures.png(12, 8);
        var stored = media.store(user, png, MediaKind.IMAGE);
        assertThat(media.bytes(stored)).isEqualTo(png);
        assertThat(media.find(user, stored.id())).contains(stored);
        assertThat(objects()).isEqualTo(1);
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void whatIsPreparedButNotKeptIsSweptAway() throws IOException {
        var prepared = media.prepare(user, Pictures.png(12, 8), MediaKind.IMAGE);
        assertThat(media.find(user, prepared.id())).isEmpty();
        sweep.sweep();
        assertThat(objects()).isEqualTo(1);
        clock.advance(Duration.ofHours(2));
        sweep.sweep();
        assertThat(objects()).isZero();
        assertThatThrownBy(() -> media.keep(prepared, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsStoredSoLateThatItWasGivenUpLeavesNoObject() throws IOException {
        var late = new MediaService(
                store.database(), new Late(objects, this::dayPasses), links, folder.resolve("incoming"), clock);

        assertThatThrownBy(() -> late.prepare(user, Pictures.png(12, 8), MediaKind.IMAGE))
                .hasMessageContaining("无法保存");

        assertThat(objects()).isZero();
    }

    /// The machine sleeps while an object is on its way.
    private record Late(MediaStore store, Runnable meanwhile) implements MediaStore {
        @Override
        public void put(UUID id, Intake intake, MediaType type) throws IOException {
            meanwhile.run();
            store.put(id, intake, type);
        }

        @Override
        public InputStream open(UUID id, long offset, long length) throws IOException {
            return store.open(id, offset, length);
        }

        @Override
        public void delete(UUID id) throws IOException {
            store.delete(id);
        }
    }

    private void dayPasses() {
        clock.advance(Duration.ofDays(1));
        sweep.sweep();
    }

    @Test
    void theObjectOfADeletedFileGoesWithTheSweep() throws IOException {
        var stored = media.store(user, Pictures.png(12, 8), null);
        media.delete(user, stored.id());
        sweep.sweep();
        assertThat(objects()).isZero();
    }

    @Test
    void anotherKindThanExpectedIsRefusedAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> media.store(user, Pictures.png(12, 8), MediaKind.VIDEO))
                .hasMessageContaining("MP4");
        assertThat(objects()).isZero();
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void aBucketThatIsDownIsToldApartFromAFault() {
        assumeThat(inBucket).isTrue();
        bucket.breakDown(true);
        assertThatThrownBy(() -> media.store(user, Pictures.png(12, 8), null)).hasMessageContaining("存储服务");
        bucket.breakDown(false);
        assertThat(media.store(user, Pictures.png(12, 8), null).size()).isPositive();
    }

    @Test
    void anAddressIsGoodForADayAndNotForTwo() {
        var stored = media.store(user, Pictures.png(12, 8), null);
        var until = links.until();
        var signature = links.url(stored.id(), until).replaceFirst(".*signature=", "");
        clock.advance(Duration.ofHours(23));
        assertThat(media.signed(stored.id(), until.getEpochSecond(), signature)).contains(stored);
        clock.advance(Duration.ofHours(3));
        assertThat(media.signed(stored.id(), until.getEpochSecond(), signature)).isEmpty();
    }

    private int objects() throws IOException {
        if (inBucket) {
            return bucket.objects().size();
        }
        try (var files = Files.walk(folder)) {
            return List.copyOf(files.filter(Files::isRegularFile).toList()).size();
        }
    }
}
