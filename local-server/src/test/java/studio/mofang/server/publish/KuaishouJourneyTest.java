package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.MediaApi;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Media;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Request;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeKuaishou;
import studio.mofang.server.testkit.FakePlatform.Fault;
import studio.mofang.server.testkit.Pictures;

@ParameterizedClass
@EnumSource(Engine.class)
class KuaishouJourneyTest {
    private final FakeKuaishou kuaishou = Presses.kuaishou();
    private final Press press;

    KuaishouJourneyTest(Engine engine) throws ApiException {
        press = Presses.shared(engine);
        kuaishou.reset(press.server.clock());
    }

    @Test
    void aVideoIsPublishedInPiecesAndItsLinkIsKept() throws Exception {
        bind();
        var video = Videos.of(21 * 1024 * 1024);

        var made = published(video);
        var done = press.becomes(made.publishId(), "kuaishou", "published");

        assertThat(kuaishou.photos()).hasSize(1);
        assertThat(kuaishou.photos().getFirst().video).isEqualTo(video);
        assertThat(kuaishou.photos().getFirst().caption).startsWith("标题\n").containsOnlyOnce("标题");
        assertThat(done.link()).contains("photo-");
    }

    @Test
    void aVideoOfTheStudioGoesOutWithoutFurtherWishes() throws Exception {
        bind();
        var media = new MediaApi(press.user.client());
        var video = Videos.of(50_000);
        var cover = Media.reference(media.upload(Pictures.png(4, 4)).id());
        var text = "![](" + cover + ")\n\n[视频]("
                + Media.reference(media.upload(video).id()) + ")\n\n断桥。";
        var film =
                new CreationApi(press.user.client()).create(new Draft(null, "video", null, "西湖的早晨", text, null, null));

        var made = press.publish.publish(new Request(film.id(), List.of("kuaishou"), null, null, Map.of()));
        press.becomes(made.publishId(), "kuaishou", "published");

        assertThat(kuaishou.photos()).hasSize(1);
        assertThat(kuaishou.photos().getFirst().video).isEqualTo(video);
    }

    @ParameterizedTest
    @ValueSource(ints = {100_200_102, 100_200_108})
    void anExpiredTokenIsRenewedAndKept(int code) throws Exception {
        bind();
        kuaishou.expireToken(code);

        var made = published(Videos.of(50_000));
        press.becomes(made.publishId(), "kuaishou", "published");

        assertThat(kuaishou.photos()).hasSize(1);
    }

    @Test
    void ofSeveralPublicationsOneRenewsTheToken() throws Exception {
        bind();
        var made = new ArrayList<Publication>();
        kuaishou.expireToken(100_200_108);
        long before = renewals();
        for (int number = 0; number < 4; number++) {
            made.add(published(Videos.of(40_000 + number)));
        }
        for (var one : made) {
            press.becomes(one.publishId(), "kuaishou", "published");
        }

        assertThat(renewals() - before).isEqualTo(1);
        assertThat(kuaishou.photos()).hasSize(4);
        assertThat(account().expired()).isFalse();
    }

    @Test
    void aPermissionThatIsOverIsSaidEverywhereAndBindingAnewMendsIt() throws Exception {
        bind();
        assertThat(account().validUntil())
                .isAfter(press.server.clock().instant().plus(Duration.ofDays(179)));
        kuaishou.endPermission();

        var made = published(Videos.of(50_000));
        var failed = press.becomes(made.publishId(), "kuaishou", "failed");

        assertThat(failed.reason()).contains("授权已过期").contains("重新绑定");
        assertThat(account().bound()).isTrue();
        assertThat(account().expired()).isTrue();
        assertThatThrownBy(() -> published(Videos.of(50_000)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(40008))
                .hasMessageContaining("授权已过期");
        assertThat(kuaishou.photos()).isEmpty();

        bind();
        assertThat(account().expired()).isFalse();
        press.publish.retry(made.publishId(), "kuaishou");
        press.becomes(made.publishId(), "kuaishou", "published");
        assertThat(kuaishou.photos()).hasSize(1);
    }

    @Test
    void aScheduleBeyondThePermissionIsRefused() throws Exception {
        bind();
        var later = press.server.clock().instant().plus(Duration.ofDays(181));

        assertThatThrownBy(() -> wanted(Videos.of(50_000), later)).hasMessageContaining("到那时已经过期");
    }

    @Test
    void aPlaceForUploadsThatIsGoneIsAskedForAnewByTheNextTry() throws Exception {
        bind();
        kuaishou.loseUpload();

        var made = published(Videos.of(50_000));
        assertThat(press.becomes(made.publishId(), "kuaishou", "failed").reason())
                .contains("重新上传");
        press.publish.retry(made.publishId(), "kuaishou");
        press.becomes(made.publishId(), "kuaishou", "published");

        assertThat(kuaishou.photos()).hasSize(1);
    }

    @Test
    void aVideoThatIsNeverDecidedOnIsAskedAbout() throws Exception {
        bind();
        kuaishou.neverDecides();
        long before = calls("/openapi/photo/info");
        var made = published(Videos.of(50_000));
        Eventually.holds(Press.PATIENCE, "it is asked about", () -> calls("/openapi/photo/info") > before);

        press.server.clock().advance(Duration.ofHours(2).plusMinutes(1));
        press.signsInAnew();

        var asked = press.becomes(made.publishId(), "kuaishou", "needs_user");
        assertThat(asked.need()).isEqualTo("tell");
        assertThat(asked.reason()).contains("两小时");
        assertThat(press.publish.cancel(made.publishId(), "kuaishou").status()).isEqualTo("cancelled");
    }

    @Test
    void aLostAnswerPublishesOnce() throws Exception {
        bind();
        kuaishou.fail("/openapi/photo/publish", Fault.CUT_AFTER);
        kuaishou.fail("/api/upload", Fault.CUT_AFTER);

        var made = published(Videos.of(50_000));
        press.becomes(made.publishId(), "kuaishou", "published");

        assertThat(kuaishou.photos()).hasSize(1);
    }

    @Test
    void aWrongCodeIsRefusedAndSaysWhereToGetOne() {
        var wrong = Map.of("app_id", FakeKuaishou.APP_ID, "app_secret", FakeKuaishou.SECRET, "code", "old");

        assertThatThrownBy(() -> press.publish.bind("kuaishou", wrong)).hasMessageContaining("授权页");
    }

    @Test
    void theAuthorizationPageIsKuaishousOwn() throws ApiException {
        var page = press.publish.authorizeByHand("kuaishou", FakeKuaishou.APP_ID, "https://example.com/back");

        assertThat(page.url())
                .startsWith(kuaishou.url() + "/oauth2/authorize")
                .contains("scope=user_info%2Cuser_video_publish");
    }

    private void bind() throws ApiException {
        var bound = press.publish.bind(
                "kuaishou",
                Map.of(
                        "app_id",
                        FakeKuaishou.APP_ID,
                        "app_secret",
                        FakeKuaishou.SECRET,
                        "code",
                        "https://example.com/back?state=1&code=" + FakeKuaishou.CODE));
        assertThat(bound.account()).isEqualTo("快手小馆");
        assertThat(bound.tail()).isEqualTo("8f2e");
    }

    private Publications.Platform account() throws ApiException {
        return press.publish.platforms().stream()
                .filter(platform -> platform.platform().equals("kuaishou"))
                .findFirst()
                .orElseThrow();
    }

    private long renewals() {
        return calls("/oauth2/refresh_token");
    }

    private long calls(String path) {
        return kuaishou.calls().stream().filter(path::equals).count();
    }

    private Publication published(byte[] video) throws ApiException {
        return wanted(video, null);
    }

    private Publication wanted(byte[] video, Instant when) throws ApiException {
        var media = new MediaApi(press.user.client()).upload(video);
        var wish = new Wish(null, null, null, null, null, null, null, null, Media.reference(media.id()));
        long id = press.written("标题", Press.TEXT);
        return press.publish.publish(new Request(id, List.of("kuaishou"), when, null, Map.of("kuaishou", wish)));
    }
}
