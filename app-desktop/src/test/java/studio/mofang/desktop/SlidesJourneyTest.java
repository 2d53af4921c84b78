package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From an outline, and from an article, to a file of slides, on the whole program.
class SlidesJourneyTest {
    private static final String TEXT = """
            写给每周要开三次会的人

            ## 会前

            ### 准备什么

            - 议题：每个都写清要什么结论
            - 材料：提前一天发出
            - 名单：只请要发言和要决定的人

            ## 会后

            | 事项 | 谁 | 何时 |
            | --- | --- | --- |
            | 纪要 | 主持人 | 当天 |
            | 跟进 | 负责人 | 一周内 |
            """;

    @Test
    @Timeout(240)
    void anOutlineAndAnArticleBecomeSlides(@TempDir Path folder) throws Exception {
        var person = new Driver(folder);
        person.click("#go-slides");
        person.awaitSeen("#theme-night");
        person.shot("slides-1-empty");

        fromAnOutline(person);
        fromAnArticle(person);

        person.click("#go-settings");
        person.click("#language-en");
        person.click("#go-slides");
        person.awaitSeen("#slides-save");
        person.shot("slides-5-english");
        person.leave();
    }

    private static void fromAnOutline(Driver person) {
        person.click("#slides-topic");
        set(person, "#slides-topic", "墨坊产品发布会");
        set(person, "#outline-1", "产品介绍：轻、快、省");
        set(person, "#outline-2", "核心功能");
        set(person, "#outline-3", "市场分析");
        person.click("#outline-3");
        person.type(KeyCode.ENTER);
        person.awaitSeen("#outline-4");
        set(person, "#outline-4", "推进计划");
        person.click("#theme-ink");
        person.shot("slides-2-outline");
        person.click("#slides-make");
        person.awaitSeen("#slides-save");
        person.click("#slide-3");
        person.shot("slides-3-deck");
        person.click("#slides-save");
        var file = person.exports().resolve("墨坊产品发布会.pptx");
        person.awaitThat(() -> Files.exists(file));
        assertThat(file).isNotEmptyFile();
    }

    private static void fromAnArticle(Driver person) {
        person.click("#go-editor");
        person.awaitSeen("#title");
        person.onScreen(() -> {
            ((TextInputControl) person.find("#title").orElseThrow()).setText("怎样开好一次会");
            ((StyleClassedTextArea) person.find("#text").orElseThrow()).replaceText(TEXT);
            return true;
        });
        person.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        person.awaitSeen("#slides-article");
        person.click("#slides-template");
        person.awaitSeen(".slides-template");
        person.click("#slides-make");
        person.awaitSeen("#slides-save");
        person.click("#slide-4");
        person.shot("slides-4-article");
        person.click("#go-gallery");
        person.click("墨坊产品发布会");
        person.awaitSeen("#slides-save");
    }

    private static void set(Driver person, String field, String text) {
        person.onScreen(() -> {
            ((TextInputControl) person.find(field).orElseThrow()).setText(text);
            return true;
        });
    }
}
