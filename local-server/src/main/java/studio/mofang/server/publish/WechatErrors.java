package studio.mofang.server.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import studio.mofang.server.publish.PublishFailure.Kind;

/// What WeChat's `errcode` means for a person. Source: the global return codes and the pages of each call
/// in WeChat's documentation for official accounts.
final class WechatErrors {
    /// No permission for the call, as personal and unverified accounts have none to publish since July
    /// 2025.
    static final int NOT_ALLOWED = 48001;

    static final int NO_SUCH_MEDIA = 40007;

    /// The draft is there; its owner has to publish it in the account's own pages, after some setting there for
    /// the second.
    static final int PUBLISH_BY_HAND = 53504;

    static final int SETTINGS_FIRST = 53505;

    private static final Set<Integer> TOKEN = Set.of(40001, 40014, 42001);
    private static final Pattern ADDRESS = Pattern.compile("invalid ip ([0-9a-fA-F.:]+)");
    private static final Map<Integer, String> REFUSALS = Map.ofEntries(
            Map.entry(40001, "AppSecret 不对或已重置：请到公众号后台 → 设置与开发 → 基本配置 核对后重新绑定"),
            Map.entry(40013, "AppID 不对：应是公众号后台 → 设置与开发 → 基本配置 中以 wx 开头的一串"),
            Map.entry(40125, "AppSecret 不对：请到公众号后台 → 设置与开发 → 基本配置 核对，忘记时只能重置"),
            Map.entry(40014, "微信不认可访问凭证，请重新绑定公众号"),
            Map.entry(42001, "微信的访问凭证一再过期：可能有别的程序在用同一个 AppSecret 刷新它"),
            Map.entry(40004, "微信不接受这种格式的图片，请换成 JPG 或 PNG"),
            Map.entry(40005, "微信不接受这种格式的图片，请换成 JPG 或 PNG"),
            Map.entry(40009, "图片太大，微信不接受：正文图片应小于 1 MB，封面应小于 10 MB"),
            Map.entry(NO_SUCH_MEDIA, "封面或草稿在公众号后台已不存在，请重试以重新上传"),
            Map.entry(45001, "图片太大，微信不接受：正文图片应小于 1 MB，封面应小于 10 MB"),
            Map.entry(45002, "正文太长，微信不接受：应少于 2 万字、1 MB"),
            Map.entry(45003, "标题太长，微信不接受：最多 32 字"),
            Map.entry(45004, "摘要太长，微信不接受：最多 128 字"),
            Map.entry(45009, "今天调用微信接口的次数已用完，请明天再试"),
            Map.entry(45110, "作者名太长，微信不接受：最多 16 字"),
            Map.entry(45166, "正文含有微信不接受的内容（如脚本、外部链接或格式），请检查后重试"),
            Map.entry(47001, "微信没有读懂发送的内容，请把这条信息反馈给墨坊"),
            Map.entry(NOT_ALLOWED, "这个公众号没有此接口的权限：个人号和未认证的号只能建草稿"),
            Map.entry(48004, "这个公众号的接口被微信封禁，请登录公众号后台查看通知"),
            Map.entry(53503, "草稿没有通过微信的发布检查，请在公众号后台打开草稿查看原因"),
            Map.entry(PUBLISH_BY_HAND, "需要到公众号后台手动发布这篇草稿"),
            Map.entry(SETTINGS_FIRST, "需要先在公众号后台完成设置，再手动保存并发布这篇草稿"),
            Map.entry(61004, "本机 IP 不在公众号的 IP 白名单中，请到 设置与开发 → 基本配置 → IP 白名单 加入它"),
            Map.entry(88000, "这个公众号没有留言功能，请关闭留言后重试"),
            Map.entry(89503, "此 IP 调用需要管理员确认，请在管理员的微信里确认后重试"),
            Map.entry(89506, "24 小时内管理员拒绝过此 IP 的调用，请明天再试"),
            Map.entry(89507, "1 小时内管理员拒绝过此 IP 的调用，请稍后再试"),
            Map.entry(50002, "这个公众号受到限制或已被冻结，请登录公众号后台查看通知"));

    private WechatErrors() {}

    static int code(JsonNode answer) {
        return answer.path("errcode").asInt(0);
    }

    /// Whether another token may help.
    static boolean tokenRefused(JsonNode answer) {
        return TOKEN.contains(code(answer));
    }

    static PublishFailure failure(JsonNode answer) {
        int code = code(answer);
        var words = answer.path("errmsg").asText("");
        return switch (code) {
            // "The system is busy": nobody says that nothing was done.
            case -1 -> PublishFailure.unknown("微信系统繁忙");
            case 45011 -> PublishFailure.later("调用微信接口太频繁");
            case 40164 -> new WechatRefusal(code, address(words));
            default -> new WechatRefusal(code, REFUSALS.getOrDefault(code, "微信拒绝了请求") + "（微信错误码 " + code + "）");
        };
    }

    private static String address(String words) {
        var found = ADDRESS.matcher(words);
        var address = found.find() ? " " + found.group(1) + " " : "";
        return "本机的公网 IP" + address + "不在公众号的 IP 白名单中：请到公众号后台 → 设置与开发 → 基本配置 → IP 白名单 加入它，几分钟后重试（微信错误码 40164）";
    }

    /// A refusal with its code, for the few that the connector answers in its own way.
    static final class WechatRefusal extends PublishFailure {
        private static final long serialVersionUID = 1L;

        private final int code;

        WechatRefusal(int code, String sentence) {
            super(Kind.REFUSED, sentence);
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
