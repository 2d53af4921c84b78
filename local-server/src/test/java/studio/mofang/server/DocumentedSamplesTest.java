package studio.mofang.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.client.ApiException;
import studio.mofang.client.VideoApi;
import studio.mofang.core.Json;
import studio.mofang.server.ServerConfig.Upstreams;
import studio.mofang.server.publish.PlatformUrls;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.FakeWechat;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Goes through the whole API document on the day that it was written, and compares every answer with the sample there:
/// status, message, and the names and types of its fields. Our own client would not notice a renamed field: it shares
/// its words with the server.
class DocumentedSamplesTest {
    /// The samples' schedule lies ahead on this day, and their activity and coupon hold.
    private static final Instant DAY = Instant.parse("2026-01-22T02:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "testuser";
    private static final String DECK = """
            {"title": "产品发布会", "slides": [
              {"type": "cover", "title": "产品发布会"},
              {"type": "content", "title": "核心功能", "bullets": ["甲", "乙"]},
              {"type": "content", "title": "市场分析", "bullets": ["丙", "丁"]}
            ]}
            """;

    private final FakeDashScope dashscope = new FakeDashScope();
    private final FakeWechat wechat = new FakeWechat();
    private final TestServer server = onThatDay();
    private final Walk walk = new Walk(server);

    DocumentedSamplesTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
        wechat.close();
        dashscope.close();
    }

    @Test
    void everyEndpointAnswersAsTheDocumentShows() throws Exception {
        var operator = bearer(server.admin());
        makesOffers(operator);
        walk.send("1.1", "", registration(NAME));
        var signedIn = server.signIn(NAME, TestUser.PASSWORD);
        var user = bearer(signedIn);
        takesOffers(user);
        buys(user);
        signsIn(user);
        invites(user);
        var creation = writes(user);
        asksForVideosAllTheTime(operator);
        films(signedIn);
        publishes(user, creation);
        walk.send("7.4", user, creation, null);
        keepsModels(operator);
        walk.send("9.10", operator);

        assertThat(walk.differences()).isEmpty();
        assertThat(walk.ahead()).isEmpty();
    }

    private void makesOffers(String operator) throws IOException {
        var reward = Json.shared().createObjectNode().put("reward_credits", 50);
        walk.send(
                "9.1",
                operator,
                walk.sample("9.1").put("type", "referral_bonus").set("config", reward));
        walk.send("9.1", operator, walk.sample("9.1"));
        walk.send("9.4", operator, walk.sample("9.4"));
    }

    private ObjectNode registration(String name) {
        return walk.sample("1.1")
                .put("username", name)
                .put("email", name + "@example.com")
                .put("password", TestUser.PASSWORD);
    }

    private void takesOffers(String user) throws IOException {
        for (var activity : walk.send("9.2", user).path("items")) {
            if (activity.path("type").asText().equals("credit_gift")) {
                walk.send("9.3", user, activity.path("id").asText(), null);
            }
        }
        var coupon = walk.send("9.5", user).at("/items/0/id").asText();
        walk.send("9.6", user, coupon, null);
        walk.send("9.7", user);
    }

    private void buys(String user) throws IOException {
        // The coupon of section 9.4 is for a hundred yuan and more.
        walk.pay(walk.send("2.1", user, walk.sample("2.1").put("amount", 100)), "alipay");
        walk.pay(walk.send("2.2", user, walk.sample("2.2")), "wechat");
        walk.send("2.4", user);
        walk.send("2.5", user);
        walk.send("2.6", user);
        walk.send("2.7", user);
    }

    private void signsIn(String user) throws IOException {
        var login = walk.sample("1.2").put("username", NAME).put("password", TestUser.PASSWORD);
        var tokens = walk.send("1.2", "", login);
        walk.send("1.3", "Bearer " + tokens.path("refresh_token").asText());
        walk.send("1.4", user);
    }

    private void invites(String user) throws IOException, ApiException {
        var code = walk.send("9.8", user).path("referral_code").asText();
        walk.send("1.1", "", registration("user123").put("referral_code", code));
        var invited = bearer(server.signIn("user123", TestUser.PASSWORD));
        walk.pay(walk.send("2.2", invited, walk.sample("2.2")), "wechat");
        walk.send("9.9", user);
    }

    private String writes(String user) throws IOException {
        walk.send("3.2", user);
        var written = walk.send("3.1", user, "wechat_article", walk.sample("3.1"));
        var creation = written.path("creation_id").asText();
        walk.send("7.1", user);
        walk.send("7.2", user, creation, null);
        walk.send("7.3", user, creation, walk.sample("7.3"));
        return creation;
    }

    private void films(TestUser user) throws Exception {
        walk.send("4.1", bearer(user), walk.sample("4.1"));
        dashscope.next(dashscope.says(DECK));
        walk.send("6.1", bearer(user), walk.sample("6.1"));
        var film = walk.send("5.1", bearer(user), walk.sample("5.1"))
                .path("task_id")
                .asText();
        var videos = new VideoApi(user.client());
        Eventually.holds(PATIENCE, "the video ends", () -> !videos.status(film).running());
        walk.send("5.2", bearer(user), film, null);
    }

    private void publishes(String user, String creation) throws IOException {
        walk.send("8.2", user);
        var account = walk.sample("8.3");
        account.withObject("/credentials").put("app_id", FakeWechat.APP_ID).put("app_secret", FakeWechat.SECRET);
        walk.send("8.3", user, account);
        walk.send("8.1", user, walk.sample("8.1").put("creation_id", Long.parseLong(creation)));
        walk.send("8.4", user);
    }

    /// By default a video is looked after every fifteen seconds.
    private void asksForVideosAllTheTime(String operator) throws IOException {
        var config = Json.shared().createObjectNode();
        config.putObject("config").put("poll_millis", 1);
        walk.send("10.3", operator, walk.sample("5.1").path("model_id").asText(), config);
        dashscope.tasks().go("SUCCEEDED");
    }

    private void keepsModels(String operator) throws IOException {
        walk.send("10.1", operator);
        var model = walk.send("10.2", operator, walk.sample("10.2")).path("id").asText();
        walk.send("10.3", operator, model, walk.sample("10.2").put("credits_cost", 9));
        walk.send("10.4", operator, model, null);
    }

    private static String bearer(TestUser user) {
        return "Bearer " + user.tokens().accessToken();
    }

    private TestServer onThatDay() {
        var clock = new TestClock();
        clock.advance(Duration.between(Instant.now(), DAY));
        var plain = TestServer.config(Engine.H2, Engine.H2.freshStorage());
        var elsewhere = wechat.url();
        var config = new ServerConfig(
                plain.mode(),
                plain.listen(),
                plain.storage(),
                plain.secrets(),
                new Upstreams(
                        FakeProvider.KEY, dashscope.base(), true, new PlatformUrls(elsewhere, elsewhere, elsewhere)),
                false);
        return TestServer.around(LocalServer.start(config, clock), clock);
    }
}
