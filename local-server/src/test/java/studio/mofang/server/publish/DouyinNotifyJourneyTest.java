package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.MediaApi;
import studio.mofang.core.Media;
import studio.mofang.core.Publications.Hint;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Request;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDouyin;

/// Douyin tells a server that it can reach of what was published from its app.
@ParameterizedClass
@EnumSource(Engine.class)
class DouyinNotifyJourneyTest {
    private static final String VERIFY =
            "{\"event\":\"verify_webhook\",\"client_key\":\"\",\"content\":{\"challenge\":12345}}";

    private final FakeDouyin douyin = Presses.douyin();
    private final Press press;

    DouyinNotifyJourneyTest(Engine engine) throws ApiException {
        press = Presses.shared(engine);
        press.publish.bind("douyin", Map.of("client_key", FakeDouyin.KEY, "client_secret", FakeDouyin.SECRET));
    }

    @Test
    void theAddressIsProvenWithItsChallenge() throws Exception {
        assertThat(press.publish.platforms().get(2).notifyUrl())
                .isEqualTo(Press.PUBLIC + "/api/v1/publish/notify/douyin/" + FakeDouyin.KEY);

        try (var answer = told(VERIFY, FakeDouyin.signature(VERIFY))) {
            assertThat(answer.code()).isEqualTo(200);
            assertThat(answer.body().string()).isEqualTo("{\"challenge\":12345}");
        }
    }

    @Test
    void whatWasPublishedFromTheAppTurnsByItself() throws Exception {
        var made = handedOver();
        var body = FakeDouyin.created(douyin.lastShare(), "7624484004700777445");

        assertThat(status(body, FakeDouyin.signature(body))).isEqualTo(200);
        assertThat(status(body, FakeDouyin.signature(body))).as("once more").isEqualTo(200);

        var done = press.target(made.publishId(), "douyin");
        assertThat(done.state()).isEqualTo("published");
        assertThat(done.link()).isEqualTo("https://www.douyin.com/video/7624484004700777445");
    }

    @Test
    void whoHasSaidSoAlreadyGetsTheLink() throws Exception {
        var made = handedOver();
        press.publish.confirm(made.publishId(), "douyin", null);
        var body = FakeDouyin.created(douyin.lastShare(), "7624484004700777446");

        assertThat(status(body, FakeDouyin.signature(body))).isEqualTo(200);

        assertThat(press.target(made.publishId(), "douyin").link()).endsWith("7624484004700777446");
    }

    @Test
    void whatIsForgedAppendedToOrOfAnotherAppChangesNothing() throws Exception {
        var made = handedOver();
        var body = FakeDouyin.created(douyin.lastShare(), "7624484004700777445");

        assertThat(status(body, "0".repeat(40))).isEqualTo(401);
        assertThat(status(body, "")).isEqualTo(401);
        assertThat(status(body + " ", FakeDouyin.signature(body))).isEqualTo(401);
        var appended = body + "\u0000" + body;
        assertThat(status(appended, FakeDouyin.signature(appended))).isEqualTo(400);
        try (var answer = told("another-key", body, FakeDouyin.signature(body))) {
            assertThat(answer.code()).isEqualTo(401);
        }
        var other = FakeDouyin.created("share-of-nobody", "1");
        assertThat(status(other, FakeDouyin.signature(other))).isEqualTo(200);

        assertThat(press.target(made.publishId(), "douyin").state()).isEqualTo("needs_user");
    }

    private Publication handedOver() throws Exception {
        var media = new MediaApi(press.user.client()).upload(Videos.of(50_000));
        var wish = new Wish(null, null, null, null, null, null, null, null, Media.reference(media.id()));
        long id = press.written("标题", Press.TEXT);
        var made = press.publish.publish(new Request(id, List.of("douyin"), null, null, Map.of("douyin", wish)));
        press.becomes(made.publishId(), "douyin", "needs_user");
        var pack = press.publish.handOff(made.publishId(), "douyin");
        assertThat(pack.appLink()).contains(douyin.lastShare());
        assertThat(pack.hintCode()).isEqualTo(Hint.NOTIFIED);
        return made;
    }

    private int status(String body, String signature) throws IOException {
        try (var answer = told(body, signature)) {
            return answer.code();
        }
    }

    private Response told(String body, String signature) throws IOException {
        return told(FakeDouyin.KEY, body, signature);
    }

    private Response told(String key, String body, String signature) throws IOException {
        var request = new okhttp3.Request.Builder()
                .url(press.server.url() + "/api/v1/publish/notify/douyin/" + key)
                .header("X-Douyin-Signature", signature)
                .header("Msg-Id", "1")
                .post(RequestBody.create(body, MediaType.get("application/json")));
        return press.server.http().newCall(request.build()).execute();
    }
}
