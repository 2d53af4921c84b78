package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiClient;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.client.MediaApi;
import studio.mofang.client.PublishApi;
import studio.mofang.core.Media;
import studio.mofang.core.Publications.Request;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDouyin;
import studio.mofang.server.testkit.FakeKuaishou;
import studio.mofang.server.testkit.FakePlatform.Fault;

/// What proves a user at a platform never comes out: not in an answer, not in the log, not even where the platform
/// repeats it (rule X5). Every secret and token of the fakes begins with `canary-`.
@ParameterizedClass
@EnumSource(Engine.class)
class CredentialCanaryTest {
    private final Press press;
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    CredentialCanaryTest(Engine engine) throws ApiException {
        press = Presses.shared(engine);
        Presses.wechat().reset();
        Presses.kuaishou().reset(press.server.clock());
    }

    @Test
    void noAnswerAndNoLogNamesACredential() throws Exception {
        var log = listening();
        var root = Logger.getLogger("");
        root.addHandler(log);
        try {
            walkThrough(watched());
        } finally {
            root.removeHandler(log);
        }
        assertThat(answers).hasSizeGreaterThan(15);
        assertThat(lines).isNotEmpty();
        assertThat(String.join("\n", answers)).contains("App Secret").doesNotContain("canary-");
        assertThat(String.join("\n", lines)).contains("did not get on").doesNotContain("canary-");
    }

    private void walkThrough(PublishApi publish) throws Exception {
        refused(() -> publish.bind("wechat", Map.of("app_id", "wx1234567890abcdef", "app_secret", "canary-wrong")));
        refused(() -> publish.bind("douyin", Map.of("client_key", FakeDouyin.KEY, "client_secret", "canary-wrong")));
        refused(() -> publish.bind("kuaishou", kuaishou("canary-wrong", FakeKuaishou.CODE)));
        refused(() -> publish.bind("kuaishou", kuaishou(FakeKuaishou.SECRET, "canary-old")));
        publish.bind("douyin", Map.of("client_key", FakeDouyin.KEY, "client_secret", FakeDouyin.SECRET));
        publish.bind("kuaishou", kuaishou(FakeKuaishou.SECRET, FakeKuaishou.CODE));
        press.bindWechat();
        publish.authorize("kuaishou", FakeKuaishou.APP_ID, FakeKuaishou.SECRET);
        publish.authorization("kuaishou");
        publish.platforms();
        Presses.wechat().fail("/cgi-bin/draft/add", Fault.CUT_BEFORE, Fault.GATEWAY_AFTER);
        var article = publish.publish(press.request("标题", null, "wechat"));
        press.becomes(article.publishId(), "wechat", "published");
        publish.publication(article.publishId());
        Presses.kuaishou().fail("/openapi/photo/start_upload", Fault.GATEWAY_AFTER);
        var video = publish.publish(video());
        press.becomes(video.publishId(), "kuaishou", "published");
        Presses.kuaishou().endPermission();
        var late = publish.publish(video());
        press.becomes(late.publishId(), "kuaishou", "failed");
        publish.publication(late.publishId());
        publish.handOff(late.publishId(), "kuaishou");
        publish.history(null, 1, 20);
        publish.platforms();
        publish.unbind("kuaishou");
    }

    private Request video() throws ApiException {
        var media = new MediaApi(press.user.client()).upload(Videos.of(20_000));
        var wish = new Wish(null, null, null, null, null, null, null, null, Media.reference(media.id()));
        long id = press.written("标题", Press.TEXT);
        return new Request(id, List.of("kuaishou"), null, null, Map.of("kuaishou", wish));
    }

    private static Map<String, String> kuaishou(String secret, String code) {
        return Map.of("app_id", FakeKuaishou.APP_ID, "app_secret", secret, "code", code);
    }

    private interface Call {
        void made() throws ApiException;
    }

    private static void refused(Call call) {
        try {
            call.made();
        } catch (ApiException _) {
            // What it says was seen on its way.
            return;
        }
        throw new AssertionError("this was to be refused");
    }

    /// The same user, with every answer seen whole.
    private PublishApi watched() {
        var http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    var answer = chain.proceed(chain.request());
                    answers.add(answer.headers() + answer.peekBody(1_000_000).string());
                    return answer;
                })
                .build();
        var token = press.user.tokens().accessToken();
        return new PublishApi(new ApiClient(http, press.server.url(), Bearer.fixed(token)));
    }

    private Handler listening() {
        var format = new SimpleFormatter();
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                var trace = new StringWriter();
                if (line.getThrown() != null) {
                    line.getThrown().printStackTrace(new PrintWriter(trace));
                }
                lines.add(format.formatMessage(line) + trace);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
