package studio.mofang.server.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.PublishApi;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Request;
import studio.mofang.core.Publications.Target;
import studio.mofang.server.LocalServer;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Listen;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.ServerConfig.Upstreams;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// A server whose platforms are fakes, and a user who publishes there.
final class Press implements AutoCloseable {
    static final String TEXT = "第一段：今天说说效率。\n\n## 小标题\n\n第二段，讲方法。\n";
    static final String PUBLIC = "https://studio.example.com";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final TestServer server;
    private final String name;
    TestUser user;
    PublishApi publish;

    Press(TestServer server) throws ApiException {
        this(server, server.newUser());
    }

    Press(TestServer server, TestUser user) {
        this.server = server;
        this.user = user;
        this.name = user.tokens().user().username();
        this.publish = new PublishApi(user.client());
    }

    /// After two hours, by the server's clock, the token before is good for nothing.
    void signsInAnew() throws ApiException {
        user = server.signIn(name, TestUser.PASSWORD);
        publish = new PublishApi(user.client());
    }

    static TestServer server(Engine engine, Storage storage, PlatformUrls urls) {
        return server(engine, storage, urls, new TestClock());
    }

    static TestServer server(Engine engine, Storage storage, PlatformUrls urls, TestClock clock) {
        var plain = TestServer.config(engine, storage);
        var config = new ServerConfig(
                plain.mode(),
                new Listen("127.0.0.1", 0, PUBLIC, List.of()),
                plain.storage(),
                plain.secrets(),
                new Upstreams(null, "http://127.0.0.1:1/api/v1", true, urls),
                false);
        return TestServer.around(LocalServer.start(config, clock), clock);
    }

    long written(String title, String content) throws ApiException {
        return new CreationApi(user.client())
                .create(new Draft(null, "writing", "wechat_article", title, content, List.of("效率", "方法"), null))
                .id();
    }

    Publication published(String title, String content, String... platforms) throws ApiException {
        return publish.publish(new Request(written(title, content), List.of(platforms), null, null, null));
    }

    Request request(String title, Instant when, String... platforms) throws ApiException {
        return new Request(written(title, TEXT), List.of(platforms), when, null, null);
    }

    void bindWechat() throws ApiException {
        publish.bind(
                "wechat",
                Map.of(
                        "app_id",
                        studio.mofang.server.testkit.FakeWechat.APP_ID,
                        "app_secret",
                        studio.mofang.server.testkit.FakeWechat.SECRET));
    }

    Target target(long id, String platform) throws ApiException {
        return publish.publication(id).platforms().stream()
                .filter(target -> target.platform().equals(platform))
                .findFirst()
                .orElseThrow();
    }

    /// Lets the clock go by itself until the platform's state is this one.
    Target awaits(long id, String platform, String state) throws Exception {
        return becomes(id, platform, state, Duration.ZERO);
    }

    /// Moves the clock on, a little at a time, until the platform's state is this one.
    Target becomes(long id, String platform, String state) throws Exception {
        return becomes(id, platform, state, Duration.ofSeconds(4));
    }

    Target becomes(long id, String platform, String state, Duration atATime) throws Exception {
        var last = new Target[1];
        Eventually.holds(PATIENCE, platform + " is " + state, () -> {
            last[0] = target(id, platform);
            if (!last[0].state().equals(state)) {
                server.clock().advance(atATime);
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
            return last[0].state().equals(state);
        });
        return last[0];
    }

    @Override
    public void close() {
        server.close();
    }
}
