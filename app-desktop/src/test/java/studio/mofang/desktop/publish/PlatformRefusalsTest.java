package studio.mofang.desktop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;

class PlatformRefusalsTest {
    private static final String NOT_LISTED = "本机的公网 IP 203.0.113.7 不在公众号的 IP 白名单中：请加入它，几分钟后重试（微信错误码 40164）";

    private final Messages english = new Messages(Language.ENGLISH);

    @Test
    void inChineseTheServersSentenceStands() {
        assertThat(PlatformRefusals.of(new Messages(Language.CHINESE), "wechat", NOT_LISTED))
                .isEqualTo(NOT_LISTED);
    }

    @Test
    void inEnglishThePlatformsCodeIsLookedUpAndTold() {
        assertThat(PlatformRefusals.of(english, "wechat", NOT_LISTED))
                .startsWith("This computer's public address 203.0.113.7 is not on the account's IP allowlist")
                .endsWith("(its code is 40164)");
    }

    @Test
    void anUnknownCodeIsToldForWhoeverSearchesForIt() {
        assertThat(PlatformRefusals.of(english, "wechat", "微信拒绝了请求（微信错误码 99999）"))
                .isEqualTo("The platform turned it down (its code is 99999)");
    }

    @Test
    void aRefusalOfOursStaysEnglishToo() {
        assertThat(PlatformRefusals.of(english, "kuaishou", "快手只能发布视频：请先为作品生成或选择一个视频"))
                .doesNotContainPattern("\\p{IsHan}");
    }
}
