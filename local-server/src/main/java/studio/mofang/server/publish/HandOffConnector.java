package studio.mofang.server.publish;

import java.util.Map;
import studio.mofang.core.platform.Platform;

/// A platform that lets no program publish: everything is prepared, and a person posts it and says so.
final class HandOffConnector implements PublishConnector {
    private final Platform platform;

    HandOffConnector(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Account test(Map<String, String> given) throws PublishFailure {
        throw PublishFailure.refused(platform.title() + "没有公开的发布接口，不需要绑定账号");
    }

    @Override
    public Outcome publish(Job job) {
        return new Outcome.NeedsPerson(Need.HAND_OFF, "内容已备好：打开发布包，复制文字、保存图片，在" + platform.title() + "发出后回来点“已发布”");
    }
}
