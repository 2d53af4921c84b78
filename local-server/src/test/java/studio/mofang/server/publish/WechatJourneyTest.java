package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.mofang.client.ApiException;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakePlatform.Fault;
import studio.mofang.server.testkit.FakeWechat;
import studio.mofang.server.testkit.Pictures;

@ParameterizedClass
@EnumSource(Engine.class)
class WechatJourneyTest {
    private final FakeWechat wechat = Presses.wechat();
    private final Press press;

    WechatJourneyTest(Engine engine) throws ApiException {
        wechat.reset();
        press = Presses.shared(engine);
    }

    @Test
    void anArticleIsPublishedAndItsLinkIsKept() throws Exception {
        press.bindWechat();

        var made = press.published("如何提高工作效率", Press.TEXT, "wechat");
        assertThat(made.publishId()).isPositive();
        assertThat(made.status()).isEqualTo("pending");
        var done = press.becomes(made.publishId(), "wechat", "published");

        assertThat(wechat.published()).hasSize(1);
        var draft = wechat.published().getFirst();
        assertThat(draft.title()).isEqualTo("如何提高工作效率");
        assertThat(draft.content()).contains("第二段，讲方法。");
        assertThat(done.link()).isEqualTo(FakeWechat.link(draft));
        assertThat(done.publishedAt()).isNotNull();
        var listed = press.publish.history(null, 1, 20);
        assertThat(listed.total()).isEqualTo(1);
        assertThat(listed.items().getFirst().status()).isEqualTo("published");
    }

    @Test
    void aPictureInsideOfTheTextIsUploadedLikeAnyOther() throws Exception {
        press.bindWechat();
        var picture = Base64.getEncoder().encodeToString(Pictures.png(4, 4));

        var made = press.published("标题", Press.TEXT + "\n![](data:image/png;base64," + picture + ")\n", "wechat");
        press.becomes(made.publishId(), "wechat", "published");

        assertThat(wechat.published().getFirst().content())
                .contains("https://mmbiz.qpic.cn/")
                .doesNotContain("data:");
    }

    @Test
    void theSecretIsTriedAndNeverSaidAgain() throws Exception {
        assertRefused(
                40009,
                "AppID 不对",
                () -> press.publish.bind(
                        "wechat", Map.of("app_id", "wx0000000000000000", "app_secret", FakeWechat.SECRET)));
        assertRefused(
                40009,
                "AppSecret 不对",
                () -> press.publish.bind("wechat", Map.of("app_id", FakeWechat.APP_ID, "app_secret", "wrong")));
        wechat.allowAddress(false);
        assertRefused(40009, "203.0.113.7", press::bindWechat);
        wechat.allowAddress(true);

        press.bindWechat();

        var shown = press.publish.platforms().getFirst();
        assertThat(shown.bound()).isTrue();
        assertThat(shown.account()).isEqualTo(FakeWechat.APP_ID);
        assertThat(shown.tail()).isEqualTo("4c1d");
        assertThat(shown.toString()).doesNotContain(FakeWechat.SECRET);
        press.publish.unbind("wechat");
        assertThat(press.publish.platforms().getFirst().bound()).isFalse();
        assertRefused(404, "没有绑定", () -> press.publish.unbind("wechat"));
    }

    @Test
    void anUnboundPlatformIsRefusedAndNothingIsMade() throws ApiException {
        assertRefused(40008, "未绑定", () -> press.published("标题", Press.TEXT, "wechat", "xiaohongshu"));

        assertThat(press.publish.history(null, 1, 20).total()).isZero();
    }

    @Test
    void anExpiredTokenIsRenewedOnce() throws Exception {
        press.bindWechat();
        wechat.expireToken();

        var made = press.published("标题", Press.TEXT, "wechat");
        press.becomes(made.publishId(), "wechat", "published");

        assertThat(wechat.draftsEver()).hasSize(1);
    }

    @Test
    void anAccountThatMayNotPublishKeepsTheDraftAndThePersonIsAsked() throws Exception {
        wechat.allowPublishing(false);
        press.bindWechat();

        var made = press.published("标题", Press.TEXT, "wechat");
        var waiting = press.becomes(made.publishId(), "wechat", "needs_user");

        assertThat(waiting.need()).isEqualTo("press_publish");
        assertThat(waiting.reason()).contains("草稿箱").contains("按发表");
        assertThat(wechat.drafts()).hasSize(1);
        var confirmed = press.publish.confirm(made.publishId(), "wechat", "https://mp.weixin.qq.com/s/mine");
        assertThat(confirmed.status()).isEqualTo("published");
        assertThat(confirmed.platforms().getFirst().link()).isEqualTo("https://mp.weixin.qq.com/s/mine");
    }

    @ParameterizedTest
    @ValueSource(ints = {53504, 53505})
    void aDraftThatMustBePublishedByHandWaitsForThePerson(int code) throws Exception {
        wechat.refusePublishing(code);
        press.bindWechat();

        var made = press.published("标题", Press.TEXT, "wechat");
        var waiting = press.becomes(made.publishId(), "wechat", "needs_user");

        assertThat(waiting.need()).isEqualTo("press_publish");
        assertThat(waiting.reason()).contains("草稿箱").contains(String.valueOf(code));
        assertThat(wechat.drafts()).hasSize(1);
        press.publish.confirm(made.publishId(), "wechat", null);
        assertThat(press.target(made.publishId(), "wechat").state()).isEqualTo("published");
    }

    @Test
    void aDraftThatItsOwnerHasPublishedByHandIsNotMadeAgain() throws Exception {
        press.bindWechat();
        wechat.fail("/cgi-bin/draft/add", Fault.CUT_AFTER);
        wechat.after("/cgi-bin/draft/batchget", wechat::publishedByHand);

        var made = press.published("标题", Press.TEXT, "wechat");
        var done = press.becomes(made.publishId(), "wechat", "published");

        assertThat(wechat.draftsEver()).hasSize(1);
        assertThat(done.link()).isEqualTo(FakeWechat.link(wechat.published().getFirst()));
    }

    @Test
    void whoPublishesTheWaitingDraftByHandAndThenRetriesPublishesOnce() throws Exception {
        wechat.allowPublishing(false);
        press.bindWechat();
        var made = press.published("标题", Press.TEXT, "wechat");
        press.becomes(made.publishId(), "wechat", "needs_user");

        wechat.publishedByHand();
        wechat.allowPublishing(true);
        press.publish.retry(made.publishId(), "wechat");
        var done = press.becomes(made.publishId(), "wechat", "published");

        assertThat(wechat.published()).hasSize(1);
        assertThat(done.link()).isEqualTo(FakeWechat.link(wechat.published().getFirst()));
    }

    @Test
    void aCoverThatIsGoneIsUploadedAnewByTheNextTry() throws Exception {
        wechat.refuseDrafts(40007);
        press.bindWechat();
        var made = press.published("标题", Press.TEXT, "wechat");
        assertThat(press.becomes(made.publishId(), "wechat", "failed").reason()).contains("重新上传");
        long before = covers();

        wechat.refuseDrafts(0);
        press.publish.retry(made.publishId(), "wechat");
        press.becomes(made.publishId(), "wechat", "published");

        assertThat(covers() - before).isEqualTo(1);
        assertThat(wechat.published()).hasSize(1);
    }

    @Test
    void whatWasCutOffAndIsNotSentYetIsAskedAboutLater() throws Exception {
        press.bindWechat();
        wechat.busy(1000);
        var made = press.published("标题", Press.TEXT, "wechat");
        Eventually.holds(
                Press.PATIENCE,
                "it was tried",
                () -> press.target(made.publishId(), "wechat").attempts() > 0);

        press.server.clock().advance(Duration.ofMinutes(30));

        assertThat(press.becomes(made.publishId(), "wechat", "missed").reason()).contains("还没有发出");
        wechat.busy(0);
        press.publish.retry(made.publishId(), "wechat");
        press.becomes(made.publishId(), "wechat", "published");
        assertThat(wechat.published()).hasSize(1);
    }

    @Test
    void aRejectedPublicationSaysWhyAndCanBeTriedAgain() throws Exception {
        wechat.verdict(4);
        press.bindWechat();
        var made = press.published("标题", Press.TEXT, "wechat");
        assertThat(press.becomes(made.publishId(), "wechat", "failed").reason()).contains("平台审核");

        wechat.verdict(0);
        press.publish.retry(made.publishId(), "wechat");
        press.becomes(made.publishId(), "wechat", "published");

        assertThat(wechat.draftsEver()).hasSize(1);
        assertThat(wechat.published()).hasSize(1);
    }

    @Test
    void aRefusedDraftNamesTheReason() throws Exception {
        wechat.refuseDrafts(45166);
        press.bindWechat();

        var made = press.published("标题", Press.TEXT, "wechat");

        assertThat(press.becomes(made.publishId(), "wechat", "failed").reason())
                .contains("45166")
                .contains("正文");
    }

    @Test
    void aBusySystemIsTriedAgain() throws Exception {
        press.bindWechat();
        wechat.busy(3);

        var made = press.published("标题", Press.TEXT, "wechat");
        press.becomes(made.publishId(), "wechat", "published");

        assertThat(wechat.draftsEver()).hasSize(1);
    }

    private long covers() {
        return wechat.calls().stream()
                .filter("/cgi-bin/material/add_material"::equals)
                .count();
    }

    private static void assertRefused(int code, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }
}
