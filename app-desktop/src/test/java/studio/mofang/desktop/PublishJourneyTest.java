package studio.mofang.desktop;

import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From a text in the editor to its previews on the platforms, on the whole program.
class PublishJourneyTest {
    private static final String TITLE = "写作不靠天赋：我用了五年的三步流程";
    private static final String TEXT = """
            很多人以为写作靠天赋，其实**写作靠的是方法**。下面这三步，是我用了五年的[流程](https://example.com/how)。

            ## 一、先把问题写成一句话

            动笔之前，先回答：「读者读完以后，会多做一件什么事？」答不上来，就先别写。

            > 好文章不是写出来的，是问出来的。

            1. 这件事为什么现在重要？
            2. 谁会反对我的结论？
               - 他的理由是什么？

            ## 二、用最短的路写完初稿

            | 步骤 | 时间 | 产出 |
            | --- | --- | ---: |
            | 提问 | 20 分钟 | 一句话 |
            | 初稿 | 90 分钟 | 2000 字 |

            ```
            写完 = 提问 + 初稿 + 修改
            ```

            最后，别忘了：写完再改。
            """;

    @Test
    @Timeout(240)
    void aTextIsSeenOnEveryPlatformBeforeItGoesThere(@TempDir Path folder) throws Exception {
        var person = new Driver(folder);
        person.click("#go-publish");
        person.awaitSeen(".placeholder-title");
        writesIt(person);
        person.click("#go-publish");
        person.awaitSeen("#phone-wechat");
        person.awaitThat(() -> state(person, "wechat").contains("可以发布"));
        person.awaitSeen("#phone-xiaohongshu");
        person.shot("publish-1-previews");

        person.click("#edit-wechat");
        person.onScreen(() -> {
            input(person, "#wish-wechat-title").setText("很长的标题".repeat(7));
            return true;
        });
        person.awaitThat(() -> state(person, "wechat").contains("1"));
        person.shot("publish-2-adjusted");
        person.click("#edit-wechat");
        person.shot("publish-3-breach");

        person.click("#platform-wechat");
        person.awaitThat(() -> person.find("#phone-wechat").isEmpty());
        person.shot("publish-3-note");
        person.click("#edit-xiaohongshu");
        person.shot("publish-3-note-adjusted");
        person.click("#platform-xiaohongshu");
        person.click("#platform-douyin");
        person.click("#platform-toutiao");
        person.awaitThat(() -> state(person, "toutiao").contains("可以发布"));
        person.shot("publish-4-others");

        person.click("#publish-change");
        person.awaitSeen("#chooser-list");
        person.awaitThat(() -> person.find(".chooser-title").isPresent());
        person.shot("publish-5-choose");
        person.type(KeyCode.ESCAPE);
        readsEnglish(person);
        person.leave();
    }

    private static void readsEnglish(Driver person) {
        person.click("#go-settings");
        person.click("#language-en");
        person.click("#go-publish");
        person.awaitThat(() -> state(person, "toutiao").contains("Ready"));
        person.shot("publish-6-english");
    }

    private static void writesIt(Driver person) {
        person.click("#go-editor");
        person.awaitSeen("#title");
        person.onScreen(() -> {
            ((TextInputControl) person.find("#title").orElseThrow()).setText(TITLE);
            ((StyleClassedTextArea) person.find("#text").orElseThrow()).replaceText(TEXT);
            return true;
        });
        person.awaitThat(() -> person.find("#go-gallery").isPresent());
    }

    private static String state(Driver person, String platform) {
        return person.find("#platform-" + platform)
                .map(entry -> entry.lookup(".platform-state"))
                .map(label -> ((Labeled) label).getText())
                .orElse("");
    }

    private static TextInputControl input(Driver person, String query) {
        return (TextInputControl) person.find(query).orElseThrow();
    }
}
