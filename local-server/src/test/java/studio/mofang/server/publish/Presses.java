package studio.mofang.server.publish;

import java.util.EnumMap;
import java.util.Map;
import studio.mofang.client.ApiException;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDouyin;
import studio.mofang.server.testkit.FakeKuaishou;
import studio.mofang.server.testkit.FakeWechat;
import studio.mofang.server.testkit.TestServer;

/// One server per engine, and one fake of each platform, for all tests of publishing.
final class Presses {
    private static final FakeWechat WECHAT = new FakeWechat();
    private static final FakeKuaishou KUAISHOU = new FakeKuaishou();
    private static final FakeDouyin DOUYIN = new FakeDouyin();
    private static final Map<Engine, TestServer> SERVERS = new EnumMap<>(Engine.class);

    private Presses() {}

    static FakeWechat wechat() {
        return WECHAT;
    }

    static FakeKuaishou kuaishou() {
        return KUAISHOU;
    }

    static FakeDouyin douyin() {
        return DOUYIN;
    }

    /// With a user of its own.
    static synchronized Press shared(Engine engine) throws ApiException {
        var urls = new PlatformUrls(WECHAT.url(), KUAISHOU.url(), DOUYIN.url(), "127.0.0.1");
        return new Press(SERVERS.computeIfAbsent(engine, one -> Press.server(one, one.freshStorage(), urls)));
    }
}
