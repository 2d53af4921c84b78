package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.PublishApi;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.Authorization;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeKuaishou;

/// A person allows it on Kuaishou's page, and the browser comes back to the server.
@ParameterizedClass
@EnumSource(Engine.class)
class AuthorizationJourneyTest {
    private static final String CONSENT = "授权成功";

    private final FakeKuaishou kuaishou = Presses.kuaishou();
    private final Press press;

    AuthorizationJourneyTest(Engine engine) throws ApiException {
        press = Presses.shared(engine);
        kuaishou.reset(press.server.clock());
    }

    @Test
    void theBrowserThatComesBackBindsTheAccount() throws Exception {
        var asked = asked();
        assertThat(asked.redirectUri()).isEqualTo(Press.PUBLIC + "/oauth/kuaishou");
        assertThat(state()).isEqualTo("waiting");

        assertThat(comesBack(agreed(asked))).contains(CONSENT, "快手小馆").doesNotContain(FakeKuaishou.SECRET);

        assertThat(state()).isEqualTo("bound");
        assertThat(account().bound()).isTrue();
        assertThat(account().account()).isEqualTo("快手小馆");
        assertThat(account().tail()).isEqualTo("8f2e");
        assertThat(account().validUntil()).isNotNull();
    }

    @Test
    void theWayBackIsGoodForOnce() throws Exception {
        var back = agreed(asked());
        comesBack(back);
        press.publish.unbind("kuaishou");

        assertThat(comesBack(back)).contains("已经用过或过期");

        assertThat(account().bound()).isFalse();
    }

    @Test
    void theWayBackIsOnlyOpenForAWhile() throws Exception {
        var back = agreed(asked());

        press.server.clock().advance(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(state()).isEqualTo("expired");
        assertThat(comesBack(back)).contains("已经用过或过期");
        assertThat(account().bound()).isFalse();
    }

    @Test
    void aLaterQuestionEndsTheEarlier() throws Exception {
        var first = agreed(asked());
        var second = agreed(asked());

        assertThat(comesBack(first)).contains("已经用过或过期");
        assertThat(comesBack(second)).contains(CONSENT);
    }

    @Test
    void nobodyElseComesBackForTheUser() throws Exception {
        var back = agreed(asked());
        var forged =
                back.newBuilder().setQueryParameter("state", "A".repeat(43)).build();
        var eve = new PublishApi(press.server.newUser().client());

        assertThat(comesBack(forged)).contains("已经用过或过期");
        assertThatThrownBy(() -> eve.authorization("kuaishou")).hasMessageContaining("没有正在进行");
        assertThat(comesBack(back)).contains(CONSENT);

        assertThat(account().bound()).isTrue();
        assertThat(eve.platforms()).noneMatch(Publications.Platform::bound);
    }

    @Test
    void whoDoesNotAgreeIsToldThatNothingWasBound() throws Exception {
        var back = agreed(asked()).newBuilder().removeAllQueryParameters("code").build();

        assertThat(comesBack(back)).contains("没有同意授权");

        assertThat(state()).isEqualTo("failed");
        assertThat(account().bound()).isFalse();
    }

    @Test
    void aWrongSecretIsToldInTheBrowserAndInTheStudio() throws Exception {
        var asked = press.publish.authorize("kuaishou", FakeKuaishou.APP_ID, "canary-wrong-secret");

        assertThat(comesBack(agreed(asked))).contains("App Secret").doesNotContain("canary");

        var shown = press.publish.authorization("kuaishou");
        assertThat(shown.state()).isEqualTo("failed");
        assertThat(shown.reason()).contains("App Secret").doesNotContain("canary");
    }

    @Test
    void whatIsAskedForIsChecked() {
        assertThatThrownBy(() -> press.publish.authorize("kuaishou", FakeKuaishou.APP_ID, ""))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(400));
        assertThatThrownBy(() -> press.publish.authorize("wechat", "wx1", "s"))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(400));
    }

    private Authorization asked() throws ApiException {
        return press.publish.authorize("kuaishou", FakeKuaishou.APP_ID, FakeKuaishou.SECRET);
    }

    /// The address in the browser once the person has agreed.
    private HttpUrl agreed(Authorization asked) {
        return HttpUrl.get(kuaishou.agrees(asked.url(), Press.PUBLIC));
    }

    /// What the browser shows; the public address leads to the server.
    private String comesBack(HttpUrl back) throws IOException {
        var here = HttpUrl.get(press.server.url());
        var url = back.newBuilder()
                .scheme(here.scheme())
                .host(here.host())
                .port(here.port())
                .build();
        try (var answer = press.server
                .http()
                .newCall(new Request.Builder().url(url).build())
                .execute()) {
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            return answer.body().string();
        }
    }

    private String state() throws ApiException {
        return press.publish.authorization("kuaishou").state();
    }

    private Publications.Platform account() throws ApiException {
        return press.publish.platforms().stream()
                .filter(platform -> platform.platform().equals("kuaishou"))
                .findFirst()
                .orElseThrow();
    }
}
