package studio.mofang.server.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.writing.WritingTools;

class WritingTest {
    @Test
    void aContinuationStandsBehindWhatItGoesOnFromAndKeepsTheRest() {
        assertThat(after("开头。").joined("开头。", "接着写")).isEqualTo("开头。\n\n接着写");
        assertThat(after("开头。\n").joined("开头。\n结尾", "接着写")).isEqualTo("开头。\n接着写结尾");
        assertThat(after("中段。").joined("开头。中段。结尾", "接着写")).isEqualTo("开头。中段。\n\n接着写结尾");
    }

    @Test
    void whatTheEditorSavedWhileItStreamedInIsNotThereTwice() {
        var text = "接着写出来的一大段文字,说得很长";

        assertThat(after("开头。").joined("开头。\n\n接着写", text)).isEqualTo("开头。\n\n" + text);
        assertThat(after("开头。").joined("开头。\n\n" + text, text)).isEqualTo("开头。\n\n" + text);
        assertThat(after("开头。").joined("开头。\n\n接着写出来的一大段文字结尾", text)).isEqualTo("开头。\n\n" + text + "结尾");
    }

    @Test
    void aContinuationOfATextThatHasMovedOnComesLast() {
        assertThat(after("旧的").joined("新的文字", "接着写")).isEqualTo("新的文字\n\n接着写");
    }

    @Test
    void aTextWithoutATitleIsCalledByItsFirstWords() {
        assertThat(after("x").title("\n## 第一行\n第二行")).isEqualTo("第一行");
        assertThat(after("x").title("")).isEqualTo("公众号文章");
    }

    private static Writing after(String text) {
        var tool = WritingTools.find("wechat_article").orElseThrow();
        var request = new WritingRequest(null, null, null, null, null, null, text);
        return new Writing(tool, WritingForm.brief(tool, request), request);
    }
}
