package studio.mofang.server.publish;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.StartRefused;

/// Where the platforms' official interfaces are reached: their real hosts, unless the environment says
/// otherwise. `relay` is the address on which phones reach this machine, for machines with several
/// networks; else it is found.
public record PlatformUrls(
        String wechat,
        String kuaishou,
        String douyin,
        @Nullable String relay) {
    private static final PlatformUrls REAL =
            new PlatformUrls("https://api.weixin.qq.com", "https://open.kuaishou.com", "https://open.douyin.com");

    public PlatformUrls(String wechat, String kuaishou, String douyin) {
        this(wechat, kuaishou, douyin, null);
    }

    /// `environment` answers by a variable's name. Throws StartRefused for what is no address.
    public static PlatformUrls read(UnaryOperator<@Nullable String> environment) {
        return new PlatformUrls(
                url(environment, "MOFANG_WECHAT_URL", REAL.wechat()),
                url(environment, "MOFANG_KUAISHOU_URL", REAL.kuaishou()),
                url(environment, "MOFANG_DOUYIN_URL", REAL.douyin()),
                address(environment.apply("MOFANG_RELAY_ADDRESS")));
    }

    private static @Nullable String address(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(given.strip()).getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new StartRefused("MOFANG_RELAY_ADDRESS 应是本机的 IP 地址，例如 192.168.1.20", e);
        }
    }

    private static String url(UnaryOperator<@Nullable String> environment, String name, String otherwise) {
        var given = Optional.ofNullable(environment.apply(name)).filter(text -> !text.isBlank());
        if (given.isPresent() && HttpUrl.parse(given.get().strip()) == null) {
            throw new StartRefused(name + " 应是 http 或 https 网址");
        }
        return given.map(String::strip).orElse(otherwise);
    }
}
