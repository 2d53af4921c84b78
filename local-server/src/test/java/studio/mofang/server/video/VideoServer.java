package studio.mofang.server.video;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreditApi;
import studio.mofang.client.ModelApi;
import studio.mofang.client.VideoApi;
import studio.mofang.core.AiModels;
import studio.mofang.core.Credits.Balance;
import studio.mofang.core.Videos.Task;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// A whole server with a DashScope of ours, which is asked with each sweep.
record VideoServer(TestServer server, FakeDashScope dashscope) {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<Engine, VideoServer> SERVERS = new EnumMap<>(Engine.class);

    /// One per engine for the whole run; videos are done when they are first asked about.
    static VideoServer of(Engine engine) {
        var known = SERVERS.computeIfAbsent(engine, VideoServer::open);
        known.dashscope().reset();
        known.dashscope().tasks().go("SUCCEEDED");
        return known;
    }

    private static VideoServer open(Engine engine) {
        var dashscope = new FakeDashScope();
        return new VideoServer(on(engine, engine.freshStorage(), dashscope), dashscope);
    }

    static TestServer on(Engine engine, Storage storage, FakeDashScope dashscope) {
        var server = TestServer.with(TestServer.config(engine, storage, dashscope));
        try {
            var eager = Map.<String, Object>of("poll_millis", 1);
            new ModelApi(server.admin().client())
                    .change(3, new AiModels.Draft(null, null, null, null, null, null, eager, null, null));
        } catch (ApiException e) {
            throw new IllegalStateException(e);
        }
        return server;
    }

    /// Somebody with a hundred credits.
    TestUser richUser() throws ApiException, IOException {
        var user = server.newUser();
        Purse.recharge(server, user, 10);
        return user;
    }

    static Task ended(VideoApi api, Task begun) throws Exception {
        Eventually.holds(
                PATIENCE, "the video ends", () -> !api.status(begun.taskId()).running());
        return api.status(begun.taskId());
    }

    static Balance balance(TestUser user) throws ApiException {
        return new CreditApi(user.client()).balance();
    }
}
