package studio.mofang.server.generation;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreditApi;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Credits.Balance;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// A server whose operator has a key for a DashScope of ours; one per engine for the whole run.
public record Studio(TestServer server, FakeDashScope dashscope) {
    static final WritingRequest SAMPLE =
            new WritingRequest("如何提高工作效率", List.of("时间管理", "效率工具"), "字数2000字,包含实用技巧", 1L, null, null, null);

    private static final Map<Engine, Studio> SHARED = new EnumMap<>(Engine.class);

    public static synchronized Studio shared(Engine engine) {
        var studio = SHARED.computeIfAbsent(engine, Studio::open);
        studio.dashscope.reset();
        return studio;
    }

    private static Studio open(Engine engine) {
        var dashscope = new FakeDashScope();
        var config = TestServer.config(engine, engine.freshStorage(), dashscope);
        return new Studio(TestServer.with(config), dashscope);
    }

    /// Somebody with a hundred credits.
    public TestUser richUser() throws ApiException, IOException {
        var user = server.newUser();
        Purse.recharge(server, user, 10);
        return user;
    }

    public static Balance balance(TestUser user) throws ApiException {
        return new CreditApi(user.client()).balance();
    }

    static WritingRequest titled(String title) {
        return new WritingRequest(title, null, null, null, null, null, null);
    }
}
