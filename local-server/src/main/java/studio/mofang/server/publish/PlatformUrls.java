package studio.mofang.server.publish;

import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.StartRefused;

/// Where the platforms' official interfaces are reached: their real hosts, unless the environment says
/// otherwise.
public record PlatformUrls(String wechat, String kuaishou, String douyin) {
    private static final PlatformUrls REAL =
            new PlatformUrls("https://api.weixin.qq.com", "https://open.kuaishou.com", "https://open.douyin.com");

    /// `environment` answers by a variable's name. Throws StartRefused for what is no address.
    public static PlatformUrls read(UnaryOperator<@Nullable String> environment) {
        return new PlatformUrls(
                url(environment, "MOFANG_WECHAT_URL", REAL.wechat()),
                url(environment, "MOFANG_KUAISHOU_URL", REAL.kuaishou()),
                url(environment, "MOFANG_DOUYIN_URL", REAL.douyin()));
    }

    private static String url(UnaryOperator<@Nullable String> environment, String name, String otherwise) {
        var given = Optional.ofNullable(environment.apply(name)).filter(text -> !text.isBlank());
        if (given.isPresent() && HttpUrl.parse(given.get().strip()) == null) {
            throw new StartRefused(name + " 应是 http 或 https 网址");
        }
        return given.map(String::strip).orElse(otherwise);
    }
}
