package studio.mofang.core.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The platforms of chapter 8, by the name the wire gives them in lower case.
public enum Platform {
    WECHAT("微信公众号", "https://mp.weixin.qq.com"),
    XIAOHONGSHU("小红书", "https://creator.xiaohongshu.com/publish"),
    DOUYIN("抖音", "https://creator.douyin.com"),
    KUAISHOU("快手", "https://cp.kuaishou.com"),
    TOUTIAO("今日头条", "https://mp.toutiao.com/profile_v4/graphic/publish");

    private final String title;
    private final String page;

    Platform(String title, String page) {
        this.title = title;
        this.page = page;
    }

    public static Optional<Platform> find(String code) {
        return Arrays.stream(values())
                .filter(platform -> platform.code().equals(code))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As Chinese users call it.
    public String title() {
        return title;
    }

    /// Whether a post has a title beside its text. At 快手 the caption is all there is.
    public boolean hasTitle() {
        return this != KUAISHOU;
    }

    /// Where its creators publish by hand.
    public String page() {
        return page;
    }
}
