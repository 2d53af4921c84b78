package studio.mofang.server.publish;

import java.util.List;
import java.util.Locale;
import studio.mofang.core.Publications.CredentialField;
import studio.mofang.core.platform.Platform;

/// How far a program gets at a platform, and what it is bound with.
enum Reach {
    WECHAT(
            Way.API,
            "通过官方接口建草稿并发布；没有发布权限的账号，草稿会留在公众号后台等你按发表",
            plain("app_id", "AppID", "公众号后台 → 设置与开发 → 基本配置 → 开发者 ID（AppID），以 wx 开头"),
            secret("app_secret", "AppSecret", "同一页的开发者密码（AppSecret），只在生成时显示一次")),
    XIAOHONGSHU(Way.HAND_OFF, "小红书没有公开的发布接口：墨坊备好标题、正文、话题和图片，由你在小红书里发出"),
    DOUYIN(
            Way.HAND_OFF,
            "抖音只允许从手机发出：墨坊备好内容；绑定开放平台应用后，可扫码直接打开填好的抖音",
            plain("client_key", "Client Key", "抖音开放平台 → 控制台 → 应用详情 → 凭证信息"),
            secret("client_secret", "Client Secret", "同一页的 Client Secret")),
    KUAISHOU(
            Way.API,
            "通过官方接口上传视频并发布，需要企业开发者的应用和你的授权",
            plain("app_id", "App ID", "快手开放平台 → 管理中心 → 应用详情 → AppId"),
            secret("app_secret", "App Secret", "同一页的 AppSecret"),
            secret("code", "授权码", "点“去授权”会自动绑定；自动跳转不可用时，把授权后跳转到的整个地址粘贴进来")),
    TOUTIAO(Way.HAND_OFF, "今日头条没有公开的发布接口：墨坊备好标题、正文和图片，由你在头条号后台发出");

    /// Whether the studio publishes by itself, or prepares everything for the person.
    enum Way {
        API,
        HAND_OFF;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Way way;
    private final String note;
    private final List<CredentialField> credentials;

    Reach(Way way, String note, CredentialField... credentials) {
        this.way = way;
        this.note = note;
        this.credentials = List.of(credentials);
    }

    static Reach of(Platform platform) {
        return valueOf(platform.name());
    }

    Way way() {
        return way;
    }

    /// Whether nothing can be published there without an account.
    boolean needsBinding() {
        return way == Way.API;
    }

    boolean canBeBound() {
        return !credentials.isEmpty();
    }

    String note() {
        return note;
    }

    List<CredentialField> credentials() {
        return credentials;
    }

    private static CredentialField plain(String name, String label, String hint) {
        return new CredentialField(name, label, false, false, hint);
    }

    private static CredentialField secret(String name, String label, String hint) {
        return new CredentialField(name, label, true, false, hint);
    }
}
