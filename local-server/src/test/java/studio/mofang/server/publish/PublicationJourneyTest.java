package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.PublishApi;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Media;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Pictures;

@ParameterizedClass
@EnumSource(Engine.class)
class PublicationJourneyTest {
    private Press press;

    PublicationJourneyTest(Engine engine) throws ApiException {
        Presses.wechat().reset();
        press = Presses.shared(engine);
    }

    @Test
    void thePlatformsSayHowFarTheyGo() throws ApiException {
        var platforms = press.publish.platforms();

        assertThat(platforms)
                .extracting(Publications.Platform::platform)
                .containsExactly("wechat", "xiaohongshu", "douyin", "kuaishou", "toutiao");
        assertThat(platforms)
                .extracting(Publications.Platform::way)
                .containsExactly("api", "hand_off", "hand_off", "api", "hand_off");
        assertThat(platforms).noneMatch(Publications.Platform::bound);
        assertRefused(400, "不需要绑定", () -> press.publish.bind("xiaohongshu", Map.of("app_id", "x")));
    }

    @Test
    void theContractsOwnSampleWorks() throws Exception {
        press.bindWechat();
        var when = press.server.clock().instant().plus(Duration.ofHours(20));

        var made = press.publish.publish(press.request("标题", when, "wechat", "xiaohongshu"));

        assertThat(made.status()).isEqualTo("scheduled");
        assertThat(made.platforms()).extracting(Publications.Target::state).containsOnly("scheduled");
        assertThat(press.publish.schedule(when.minusSeconds(60), when.plusSeconds(60)))
                .extracting(Publication::publishId)
                .containsExactly(made.publishId());
        assertThat(press.publish.cancel(made.publishId(), null).status()).isEqualTo("cancelled");
    }

    @Test
    void aHandOffWaitsForThePersonWhoSaysWhereItIs() throws Exception {
        var made = press.published("标题", Press.TEXT, "xiaohongshu");
        assertThat(press.becomes(made.publishId(), "xiaohongshu", "needs_user").need())
                .isEqualTo("hand_off");

        var pack = press.publish.handOff(made.publishId(), "xiaohongshu");
        assertThat(pack.pack().title()).isEqualTo("标题");
        assertThat(pack.pack().body()).contains("今天说说效率");
        assertThat(pack.pack().pictures()).isNotEmpty();
        assertThat(pack.pictureUrls()).hasSameSizeAs(pack.pack().pictures()).allMatch(url -> url.startsWith("http"));

        assertRefused(400, "网址", () -> press.publish.confirm(made.publishId(), "xiaohongshu", "javascript:alert(1)"));
        var link = "https://www.xiaohongshu.com/explore/1";
        var done = press.publish.confirm(made.publishId(), "xiaohongshu", link);
        assertThat(done.status()).isEqualTo("published");
        assertThat(done.platforms().getFirst().link()).isEqualTo(link);
        assertRefused(409, "不需要确认", () -> press.publish.confirm(made.publishId(), "xiaohongshu", null));
        assertRefused(409, "不能取消", () -> press.publish.cancel(made.publishId(), null));
    }

    @Test
    void whatIsPublishedIsWhatThePersonSaw() throws Exception {
        long id = press.written("标题", Press.TEXT);
        var when = press.server.clock().instant().plus(Duration.ofHours(3));
        var made = press.publish.publish(new Publications.Request(id, List.of("toutiao"), when, null, null));

        new CreationApi(press.user.client()).change(id, new Draft(null, null, null, "改了", "全改了", null, null));

        assertThat(press.publish.handOff(made.publishId(), "toutiao").pack().body())
                .contains("今天说说效率");
        assertRefused(
                409,
                "改过",
                () -> press.publish.publish(
                        new Publications.Request(id, List.of("toutiao"), null, made.creationVersion(), null)));
    }

    @Test
    void aBreachOfAPlatformsRulesIsNamedAndNothingIsMade() throws ApiException {
        assertRefused(40009, "标题", () -> press.published("长".repeat(200), Press.TEXT, "xiaohongshu", "toutiao"));
        assertRefused(40009, "视频", () -> press.published("标题", Press.TEXT, "douyin"));

        assertThat(press.publish.history(null, 1, 20).total()).isZero();
    }

    @Test
    void aTimeThatHasPassedAndAnUnknownPlatformAreRefused() throws ApiException {
        var past = press.server.clock().instant().minusSeconds(60);

        assertRefused(400, "已过", () -> press.publish.publish(press.request("标题", past, "toutiao")));
        assertRefused(400, "没有这个平台", () -> press.published("标题", Press.TEXT, "weibo"));
        assertRefused(400, "至少", () -> press.published("标题", Press.TEXT));
        assertRefused(
                404,
                "不存在",
                () -> press.publish.publish(
                        new Publications.Request(999_999_999L, List.of("toutiao"), null, null, null)));
    }

    @Test
    void aScheduleMovesAndFiresInTime() throws Exception {
        var first = press.server.clock().instant().plus(Duration.ofMinutes(20));
        var made = press.publish.publish(press.request("标题", first, "toutiao"));

        var moved = press.publish.reschedule(made.publishId(), null, first.plus(Duration.ofMinutes(10)));
        assertThat(moved.scheduleTime()).isAfter(first.plus(Duration.ofMinutes(9)));
        press.server.clock().advance(Duration.ofMinutes(30).minusSeconds(2));

        press.awaits(made.publishId(), "toutiao", "needs_user");
    }

    @Test
    void whatWasCancelledStaysSoWhenTheRestIsMovedOrTriedAgain() throws Exception {
        var when = press.server.clock().instant().plus(Duration.ofMinutes(20));
        var made = press.publish.publish(press.request("标题", when, "toutiao", "xiaohongshu"));
        press.publish.cancel(made.publishId(), "toutiao");

        press.publish.reschedule(made.publishId(), null, when.plus(Duration.ofMinutes(10)));
        assertThat(press.target(made.publishId(), "toutiao").state()).isEqualTo("cancelled");
        assertThat(press.target(made.publishId(), "xiaohongshu").state()).isEqualTo("scheduled");
        press.publish.cancel(made.publishId(), null);
        assertRefused(409, "无需重试", () -> press.publish.retry(made.publishId(), null));

        press.publish.retry(made.publishId(), "toutiao");
        press.becomes(made.publishId(), "toutiao", "needs_user");
        assertThat(press.target(made.publishId(), "xiaohongshu").state()).isEqualTo("cancelled");
    }

    @Test
    void aScheduleThatWasMissedAsks() throws Exception {
        var when = press.server.clock().instant().plus(Duration.ofMinutes(20));
        var made = press.publish.publish(press.request("标题", when, "toutiao"));

        press.server.clock().advance(Duration.ofMinutes(30));

        var missed = press.becomes(made.publishId(), "toutiao", "missed");
        assertThat(missed.reason()).contains("没有运行");
        assertThat(press.publish.history("missed", 1, 20).total()).isEqualTo(1);
        press.publish.retry(made.publishId(), null);
        press.becomes(made.publishId(), "toutiao", "needs_user");
    }

    @Test
    void anotherUserFindsNothing() throws Exception {
        var made = press.published("标题", Press.TEXT, "toutiao");
        var eve = new PublishApi(press.server.newUser().client());

        assertRefused(404, "不存在", () -> eve.publication(made.publishId()));
        assertRefused(404, "不存在", () -> eve.handOff(made.publishId(), "toutiao"));
        assertRefused(404, "不存在", () -> eve.confirm(made.publishId(), "toutiao", null));
        assertThat(eve.history(null, 1, 20).total()).isZero();
    }

    @Test
    void neitherAnothersCreationNorAnothersPictureIsPublished() throws Exception {
        long theirs = press.written("标题", Press.TEXT);
        var picture = Media.reference(
                new MediaApi(press.user.client()).upload(Pictures.png(8, 8)).id());
        press = new Press(press.server);
        long mine = press.written("标题", Press.TEXT);
        var wish = new Wish(null, null, null, null, null, null, null, picture, null);

        assertRefused(404, "不存在", () -> press.publish.publish(to("toutiao", theirs, Map.of())));
        assertRefused(40009, "已被删除", () -> press.publish.publish(to("toutiao", mine, Map.of("toutiao", wish))));

        assertThat(press.publish.history(null, 1, 20).total()).isZero();
    }

    private static Publications.Request to(String platform, long creation, Map<String, Wish> wishes) {
        return new Publications.Request(creation, List.of(platform), null, null, wishes);
    }

    private static void assertRefused(int code, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }
}
