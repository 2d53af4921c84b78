package studio.mofang.server.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.server.creation.CreationService.Change;
import studio.mofang.server.creation.CreationService.NewDraft;
import studio.mofang.server.db.Custody;
import studio.mofang.server.db.StoreFacts;
import studio.mofang.server.media.Bucket;
import studio.mofang.server.media.MediaFeature;
import studio.mofang.server.media.MediaKind;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.media.Referrer;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeBucket;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestStore;
import studio.mofang.server.web.Idempotency;

/// What becomes of the files of a creation that was deleted for good.
@ParameterizedClass
@CsvSource({"H2, false", "H2, true", "POSTGRES, false", "POSTGRES, true"})
class PurgedFilesTest {
    private static final Duration MONTH = Duration.ofDays(31);
    private static final Duration WEEK = Duration.ofDays(8);

    @Parameter(0)
    private Engine engine;

    @Parameter(1)
    private boolean inBucket;

    @TempDir
    private Path folder;

    private final FakeBucket bucket = new FakeBucket();
    private final TestClock clock = new TestClock();
    private TestStore store;
    private MediaFeature files;
    private MediaService media;
    private CreationService creations;
    private long user;

    @BeforeEach
    void open() {
        store = TestStore.shared(engine);
        user = store.newUser();
        var database = store.database();
        var vault = Custody.of(store.storage(), database).vault();
        files = new MediaFeature(
                new MediaFeature.Shared(
                        database, new StoreFacts(database, vault), new Idempotency(database, vault, clock), clock),
                new MediaFeature.Settings(folder, inBucket ? bucket() : null, () -> "http://here"));
        media = files.service();
        creations = new CreationService(
                database, clock, _ -> {}, gone -> media.release(gone.userId(), gone.creationId(), gone.files()));
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void theyGoAWeekLaterWithTheirObjects() throws IOException {
        var upload = uploaded();
        var own = prepared();
        long id = made(upload, own);
        clock.advance(MONTH);

        purge(id);
        pass(Duration.ofDays(6));
        assertThat(objects()).isEqualTo(2);

        pass(WEEK);
        assertThat(List.of(upload, own)).noneMatch(this::kept);
        assertThat(objects()).isZero();
    }

    @Test
    void whatAnotherTextRefersToStaysEvenInItsHistoryOrInTheTrash() {
        var present = uploaded();
        var earlier = prepared();
        var trashed = uploaded();
        long id = made(present, earlier);
        written(present);
        long edited = written(earlier);
        creations.change(user, edited, new Change(null, "没有图了", null, null), "other");
        long inTrash = written(trashed);
        creations.trash().delete(user, inTrash);
        clock.advance(MONTH);
        long alsoPurged = written(trashed);

        purge(id);
        purge(alsoPurged);
        pass(WEEK);
        pass(WEEK);

        assertThat(List.of(present, earlier, trashed)).allMatch(this::kept);
    }

    @Test
    void anUploadThatNoTextNamedStays() {
        var template = uploaded();
        purge(made(uploaded(), prepared()));

        pass(MONTH.multipliedBy(4));

        assertThat(kept(template)).isTrue();
    }

    @Test
    void whatATextTakesOverInTimeStaysUntilThatIsPurgedToo() {
        var picture = prepared();
        long id = made(uploaded(), picture);
        clock.advance(MONTH);
        purge(id);
        pass(Duration.ofDays(5));
        long heir = written(picture);
        pass(WEEK);
        pass(WEEK);
        assertThat(kept(picture)).isTrue();

        purge(heir);
        pass(WEEK);

        assertThat(kept(picture)).isFalse();
    }

    @Test
    void whatAStoredAnswerMayTellOfStays() {
        var picture = prepared();
        purge(made(uploaded(), picture));

        pass(WEEK);
        assertThat(kept(picture)).isTrue();

        pass(MONTH);
        assertThat(kept(picture)).isFalse();
    }

    @Test
    void aTextThatIsWrittenDuringTheSweepKeepsItsFiles() {
        var picture = prepared();
        long id = made(uploaded(), picture);
        clock.advance(MONTH);
        purge(id);
        clock.advance(WEEK);

        sweep(new Meanwhile(new References(), () -> written(picture)));
        assertThat(kept(picture)).isTrue();

        pass(WEEK);
        assertThat(kept(picture)).isTrue();
    }

    /// Answers as another does; something happens before the answer is made use of.
    private record Meanwhile(Referrer referrer, Runnable event) implements Referrer {
        @Override
        public long edition(DSLContext sql, long userId) {
            return referrer.edition(sql, userId);
        }

        @Override
        public Set<UUID> referred(DSLContext sql, long userId, Set<UUID> files) {
            var referred = referrer.referred(sql, userId, files);
            event.run();
            return referred;
        }
    }

    private StoredMedia uploaded() {
        return media.store(user, Pictures.png(4, 4), MediaKind.IMAGE);
    }

    private StoredMedia prepared() {
        return media.prepare(user, Pictures.png(4, 4), MediaKind.IMAGE);
    }

    /// A generated creation that has a file for itself, and in its history alone refers to an uploaded one.
    private long made(StoredMedia upload, StoredMedia own) {
        var provenance = new Provenance("offline", "x", "写", 0, List.of(), Instant.EPOCH);
        var draft = new GeneratedDraft("image", null, "图", text(upload, own), provenance, null);
        long id = creations.generated(user, draft).id();
        media.keep(own, id);
        creations.change(user, id, new Change(null, text(own), null, null), "desk");
        return id;
    }

    private long written(StoredMedia picture) {
        var kind = new Kind("writing", "wechat_article");
        return creations
                .create(user, new NewDraft(UUID.randomUUID(), kind, "文", text(picture), List.of()), "desk")
                .id();
    }

    private static String text(StoredMedia... pictures) {
        var text = new StringBuilder("字");
        for (var picture : pictures) {
            text.append("\n\n![](").append(picture.reference()).append(')');
        }
        return text.toString();
    }

    private void purge(long id) {
        creations.trash().delete(user, id);
        creations.trash().purge(user, id);
    }

    private void pass(Duration time) {
        clock.advance(time);
        sweep(new References());
    }

    private void sweep(Referrer referrer) {
        files.sweeps(List.of(referrer)).forEach(sweep -> sweep.work().run());
    }

    private boolean kept(StoredMedia file) {
        return media.find(user, file.id()).isPresent();
    }

    private int objects() throws IOException {
        if (inBucket) {
            return bucket.objects().size();
        }
        try (var walked = Files.walk(folder)) {
            return (int) walked.filter(Files::isRegularFile).count();
        }
    }

    private Bucket bucket() {
        return new Bucket(bucket.url(), FakeBucket.REGION, FakeBucket.ACCESS_KEY, FakeBucket.SECRET_KEY);
    }
}
