package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DesignerTest {
    @Test
    void anOfflineDeckOfAModelsTextDoesNotDenyTheModel() {
        assertThat(Designer.offline(true, true).word())
                .contains("离线排版", "文字由 AI 生成")
                .doesNotContain("不是 AI");
        assertThat(Designer.offline(false, true).word()).contains("还没有可用的模型密钥").doesNotContain("不是 AI");
    }

    @Test
    void anOfflineDeckOfAPersonsWordsSaysThatItIsNoAis() {
        assertThat(Designer.offline(true, false).word()).contains("不是 AI 输出");
    }
}
