package studio.mofang.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Videos.Task;
import studio.mofang.server.credit.LedgerCheck;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.web.Paging;

/// How tasks go and end, whatever the provider says and however long it takes.
@ParameterizedClass
@EnumSource(Engine.class)
class VideoTaskTest {
    private static final Duration NIGHT = Duration.ofHours(10);

    private final VideoStudio studio;
    private final FakeDashScope dashscope;
    private final long user;

    VideoTaskTest(Engine engine) {
        studio = VideoStudio.of(engine);
        dashscope = studio.dashscope;
        user = studio.store.newUser(100);
    }

    @AfterEach
    void theLedgerIsSound() {
        assertThat(new LedgerCheck(studio.store.database()).violations()).isEmpty();
        assertThat(studio.held(user)).isZero();
    }

    @Test
    void aVideoGoesThroughItsStagesAndIsChargedOnce() {
        var begun = studio.generate(user);
        assertThat(studio.held(user)).isEqualTo(50);
        assertThat(begun.status()).isEqualTo("processing");
        assertThat(studio.looked(user, begun).stage()).isEqualTo("waiting");
        assertThat(studio.looked(user, begun).stage()).isEqualTo("rendering");
        assertDone(studio.looked(user, begun), 50);
    }

    @ParameterizedTest
    @CsvSource({"FAILED,没有完成", "REJECTED,安全审核", "UNKNOWN,已没有这个结果", "CANCELED,已取消"})
    void whatTheProviderEndsGivesTheCreditsBack(String state, String words) {
        dashscope.tasks().go("PENDING", state);

        var ended = studio.ended(user, studio.generate(user));

        assertThat(ended.status()).isEqualTo("failed");
        assertThat(ended.message()).matches(text -> text.contains(words) || text.contains("繁忙"));
        assertThat(ended.creditsUsed()).isZero();
        assertThat(studio.balance(user)).isEqualTo(100);
        assertThat(dashscope.tasks().submitted()).isEqualTo(1);
    }

    @Test
    void aRefusedSubmissionIsNotRepeated() {
        dashscope.next(dashscope.refuses(503, "ModelUnavailable"));

        var ended = studio.ended(user, studio.generate(user));

        assertThat(ended.status()).isEqualTo("failed");
        assertThat(studio.balance(user)).isEqualTo(100);
        assertThat(dashscope.received()).hasSize(1);
    }

    @Test
    void troubleWhileAskingIsOutlived() {
        dashscope
                .tasks()
                .nextPolls(
                        dashscope.refuses(503, "ModelUnavailable"),
                        dashscope.html(200),
                        dashscope.refuses(429, "Throttling"));

        assertDone(studio.ended(user, studio.generate(user)), 50);

        assertThat(dashscope.tasks().submitted()).isEqualTo(1);
    }

    @Test
    void whatIsNotDoneInTimeIsGivenUpHereAndAtItsProvider() {
        dashscope.tasks().go("PENDING");
        var begun = studio.generate(user);
        studio.looked(user, begun);

        studio.pass(VideoService.DEADLINE);

        assertThat(studio.node.videos.status(user, begun.taskId()).message()).contains("超时");
        assertThat(dashscope.tasks().cancelled()).hasSize(1);
        assertThat(studio.balance(user)).isEqualTo(100);
    }

    @Test
    void whatWasFinishedWhileTheMachineSleptIsBroughtHomeAndCharged() {
        dashscope.tasks().go("SUCCEEDED");
        var begun = studio.generate(user);
        sleep();
        assertThat(studio.held(user)).isZero();

        assertDone(studio.looked(user, begun), 50);
    }

    @Test
    void aNetworkThatComesBackAfterTheMachineIsWaitedFor() {
        dashscope.tasks().go("SUCCEEDED");
        dashscope.tasks().nextPolls(dashscope.html(502), dashscope.html(502));
        var begun = studio.generate(user);
        sleep();

        assertDone(studio.ended(user, begun), 50);
    }

    @Test
    void whatCannotBeAskedAboutForTooLongIsGivenUp() {
        dashscope.tasks().go("SUCCEEDED");
        for (int i = 0; i < 100; i++) {
            dashscope.tasks().nextPolls(dashscope.refuses(401, "InvalidApiKey"));
        }

        var ended = studio.ended(user, studio.generate(user));

        assertThat(ended.status()).isEqualTo("failed");
        assertThat(ended.message()).contains("API Key");
        assertThat(studio.balance(user)).isEqualTo(100);
    }

    @Test
    void whoHasSpentWhatWasGivenBackGetsTheVideoForNothing() {
        dashscope.tasks().go("SUCCEEDED");
        var begun = studio.generate(user);
        sleep();
        studio.store.credits().spend(user, new LedgerEntry(Cause.ADMIN, "all", "gift", 100, "花光"));

        assertDone(studio.looked(user, begun), 0);
    }

    @Test
    void aCancelledVideoIsCancelledAtOnceAndAtItsProvider() {
        dashscope.tasks().go("PENDING");
        var begun = studio.generate(user);
        studio.looked(user, begun);

        assertThat(studio.node.videos.cancel(user, begun.taskId()).status()).isEqualTo("cancelled");

        assertThat(studio.balance(user)).isEqualTo(100);
        assertThat(dashscope.tasks().cancelled()).hasSize(1);
        dashscope.tasks().finish("SUCCEEDED");
        assertThat(studio.looked(user, begun).status()).isEqualTo("cancelled");
        assertThat(studio.node.videos.cancel(user, begun.taskId()).status()).isEqualTo("cancelled");
    }

    @Test
    void aVideoWhoseFileWasDeletedSaysSo() {
        dashscope.tasks().go("SUCCEEDED");
        var done = studio.ended(user, studio.generate(user));
        assertThat(done.videoUrl()).startsWith("http");

        studio.node.media.delete(user, Objects.requireNonNull(done.mediaId()));

        var since = studio.node.videos.status(user, done.taskId());
        assertThat(since.status()).isEqualTo("completed");
        assertThat(since.message()).contains("已删除");
        assertThat(since.videoUrl()).isNull();
        assertThat(since.mediaId()).isNull();
        assertThat(since.posterId()).isNull();
    }

    @Test
    void withoutCreditsNothingIsBegun() {
        long poor = studio.store.newUser();

        assertThatThrownBy(() -> studio.generate(poor)).hasMessageContaining("积分不足");

        assertThat(studio.node.videos.list(poor, new Paging(1, 20)).items()).isEmpty();
    }

    /// Long enough for the holds to run out.
    private void sleep() {
        studio.store.clock().advance(NIGHT);
        studio.store.credits().sweeps().forEach(sweep -> sweep.work().run());
    }

    private void assertDone(Task task, long price) {
        assertThat(task.status()).isEqualTo("completed");
        assertThat(task.progress()).isEqualTo(100);
        assertThat(task.creditsUsed()).isEqualTo(price);
        assertThat(studio.balance(user)).isEqualTo(price == 0 ? 0 : 100 - price);
    }
}
