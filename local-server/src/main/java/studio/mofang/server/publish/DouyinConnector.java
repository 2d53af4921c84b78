package studio.mofang.server.publish;

import java.util.Map;
import studio.mofang.server.publish.DouyinApi.App;

/// Douyin lets no program of ours publish: the person does, from the phone's app.
final class DouyinConnector implements PublishConnector {
    private final DouyinApi api;

    DouyinConnector(DouyinApi api) {
        this.api = api;
    }

    @Override
    public Account test(Map<String, String> given) throws PublishFailure {
        var app = app(given);
        api.clientToken(app);
        return Account.of(app.key(), app.secret(), given, null);
    }

    @Override
    public Outcome publish(Job job) {
        return new Outcome.NeedsPerson(Need.HAND_OFF, "内容已备好：用手机接力打开发布包，保存视频或图片、复制文字，在抖音发出后回来点“已发布”");
    }

    static App app(Map<String, String> credentials) {
        return new App(credentials.getOrDefault("client_key", ""), credentials.getOrDefault("client_secret", ""));
    }
}
