package studio.mofang.server.publish;

import java.util.EnumMap;
import java.util.Map;
import studio.mofang.client.ApiException;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeWechat;
import studio.mofang.server.testkit.TestServer;

/// One server per engine, and one fake of each platform, for all tests of publishing.
final class Presses {
    private static final String NOWHERE = "http://127.0.0.1:1";
    private static final FakeWechat WECHAT = new FakeWechat();
    private static final Map<Engine, TestServer> SERVERS = new EnumMap<>(Engine.class);

    private Presses() {}

    static FakeWechat wechat() {
        return WECHAT;
    }

    /// With a user of its own.
    static synchronized Press shared(Engine engine) throws ApiException {
        var urls = new PlatformUrls(WECHAT.url(), NOWHERE, NOWHERE);
        return new Press(SERVERS.computeIfAbsent(engine, one -> Press.server(one, one.freshStorage(), urls)));
    }
}
