package studio.mofang.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.MEDIA;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Videos.Task;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.media.MediaKind;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeProvider.Answer;
import studio.mofang.server.testkit.FakeProvider.Received;
import studio.mofang.server.testkit.Pictures;

/// What lies at the provider's link, and what becomes of it here.
@ParameterizedClass
@EnumSource(Engine.class)
class VideoResultTest {
    private static final String MP4 = "video/mp4";

    /// The first fetch, and those that a fresh link is asked for.
    private static final int FETCHES = 6;

    private final VideoStudio studio;
    private final FakeDashScope dashscope;
    private final long user;

    VideoResultTest(Engine engine) {
        studio = VideoStudio.of(engine);
        dashscope = studio.dashscope;
        user = studio.store.newUser(100);
    }

    @BeforeEach
    void itIsDoneWhenItIsFirstAskedAbout() {
        dashscope.tasks().go("SUCCEEDED");
    }

    @AfterEach
    void nothingIsLeftHalfDone() {
        assertThat(new LedgerCheck(studio.store.database()).violations()).isEmpty();
        assertThat(studio.held(user)).isZero();
        assertThat(studio.folder.resolve("work")).isEmptyDirectory();
        assertThat(dashscope.tasks().submitted()).isEqualTo(1);
    }

    @Test
    void aLinkThatHasExpiredIsAskedForAnew() {
        dashscope.tasks().nextResults(expired());

        assertDone(made());

        assertThat(fetched()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aLinkThatStaysExpiredGivesTheCreditsBack() {
        dashscope.tasks().expireResults();

        assertFailed(made(), "下载链接已失效");

        assertThat(fetched()).hasSize(FETCHES).doesNotHaveDuplicates();
    }

    @Test
    void troubleOfTheProvidersStoreIsOutlived() {
        dashscope.tasks().nextResults(several(FETCHES + 2, dashscope.html(503)));

        assertDone(made());
    }

    @Test
    void aPageInPlaceOfTheVideoIsFetchedAgain() {
        dashscope.tasks().nextResults(dashscope.html(200));

        assertDone(made());
    }

    @Test
    void whatNeverIsAVideoGivesTheCreditsBack() {
        dashscope.tasks().films("<html>".getBytes(StandardCharsets.UTF_8));

        assertFailed(made(), "无法使用");

        assertThat(fetched()).hasSize(FETCHES);
    }

    @Test
    void aVideoThatIsTooLargeIsNotEvenRead() {
        var tooLarge = dashscope.part(MP4, MediaKind.VIDEO.largest() + 1, Pictures.mp4());
        dashscope.tasks().nextResults(several(FETCHES, tooLarge));

        assertFailed(made(), "无法使用");
    }

    @Test
    void aRedirectToAMachineOfOursIsRefused() {
        try (var inside = new FakeDashScope()) {
            dashscope.tasks().nextResults(dashscope.redirect(inside.address() + "/results/secret.mp4"));

            assertFailed(made(), "不在公网");

            assertThat(inside.received()).isEmpty();
        }
    }

    @Test
    void aDownloadThatIsCutIsRepeated() {
        var cut = dashscope.part(MP4, Pictures.mp4().length, new byte[20]);
        dashscope.tasks().nextResults(cut, cut);

        assertDone(made());
    }

    @Test
    void aStoreOfOursThatIsDownIsWaitedFor() {
        var begun = studio.generate(user);
        studio.bucket.breakDown(true);
        studio.looked(user, begun);
        studio.pass(VideoStudio.PACE.multipliedBy(2));
        studio.bucket.breakDown(false);

        assertDone(studio.ended(user, begun));
    }

    private Task made() {
        return studio.ended(user, studio.generate(user));
    }

    private void assertDone(Task task) {
        assertThat(task.status()).isEqualTo("completed");
        assertThat(studio.balance(user)).isEqualTo(50);
        assertThat(kept()).containsExactlyInAnyOrder("image/jpeg", MP4);
    }

    private void assertFailed(Task task, String words) {
        assertThat(task.status()).isEqualTo("failed");
        assertThat(task.message()).contains(words).contains(words.equals("不在公网") ? "拒绝" : "未扣除积分");
        assertThat(studio.balance(user)).isEqualTo(100);
        assertThat(kept()).isEmpty();
    }

    private List<String> kept() {
        return studio.store
                .database()
                .read(sql -> sql.select(MEDIA.CONTENT_TYPE)
                        .from(MEDIA)
                        .where(MEDIA.USER_ID.eq(user))
                        .and(MEDIA.STATE.eq("stored"))
                        .fetch(MEDIA.CONTENT_TYPE));
    }

    private List<String> fetched() {
        return dashscope.received().stream()
                .map(Received::path)
                .filter(path -> path.startsWith("/results/"))
                .toList();
    }

    private Answer expired() {
        return dashscope.json(403, "<Error><Code>AccessDenied</Code></Error>");
    }

    private static Answer[] several(int times, Answer answer) {
        return Collections.nCopies(times, answer).toArray(Answer[]::new);
    }
}
