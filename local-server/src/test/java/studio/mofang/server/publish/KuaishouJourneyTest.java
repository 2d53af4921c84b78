package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.MediaApi;
import studio.mofang.core.Media;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Request;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeKuaishou;
import studio.mofang.server.testkit.FakePlatform.Fault;

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
        assertThat(done.link()).contains("photo-");
    }

    @Test
    void anExpiredTokenIsRenewedAndKept() throws Exception {
        bind();
        kuaishou.expireToken();

        var made = published(Videos.of(50_000));
        press.becomes(made.publishId(), "kuaishou", "published");

        assertThat(kuaishou.photos()).hasSize(1);
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
        var page = press.publish.authorize("kuaishou", FakeKuaishou.APP_ID, "https://example.com/back");

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

    private Publication published(byte[] video) throws ApiException {
        var media = new MediaApi(press.user.client()).upload(video);
        var wish = new Wish(null, null, null, null, null, null, null, null, Media.reference(media.id()));
        long id = press.written("标题", Press.TEXT);
        return press.publish.publish(new Request(id, List.of("kuaishou"), null, null, Map.of("kuaishou", wish)));
    }
}
