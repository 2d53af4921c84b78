package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Fault;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.slides.SlidesModel;
import studio.mofang.desktop.slides.SlidesScreen;

/// What a person sees of the pane of slides in each of its states.
class SlidesScreensTest extends ScreenFixture {
    private SlidesModel decks;

    @Test
    void aDeckFromItsTopicToItsFile() {
        studio.models().has(4, "slides", "通义千问（PPT）", 30, true, false);
        studio.wallet().gives(60);
        slides(Language.CHINESE);
        stand.awaitSeen("#theme-ink");
        stand.shot("deck-1-empty");
        stand.write("#slides-topic", "墨坊产品发布会");
        stand.press("#slides-make");
        stand.awaitSeen("#slides-save");
        stand.shot("deck-2-shown");
        stand.press("#slides-save");
        stand.awaitThat(() -> Files.exists(folder.resolve("墨坊产品发布会.pptx")));

        studio.stalls();
        stand.write("#slides-topic", "第二份");
        stand.press("#slides-make");
        stand.awaitSeen("#making-cancel");
        stand.awaitSeen(".slides-line-made");
        stand.shot("deck-3-making");
        stand.press("#making-cancel");
        studio.failsToWrite(Fault.GENERATION_FAILED);
        stand.press("#slides-make");
        stand.awaitSeen("#making-again");
        stand.shot("deck-4-failed");
        slides(Language.ENGLISH);
        stand.awaitSeen("#making-again");
        stand.resize(776, 560);
        stand.shot("deck-5-english-narrow");
    }

    @Test
    void aDeckOfALongArticleTellsWhatItCondensedAndWhoseTextItIs() {
        studio.makesDecksOfALongArticle(63, 2);
        slides(Language.CHINESE);
        stand.awaitSeen("#theme-ink");
        stand.write("#slides-topic", "墨坊产品发布会");
        stand.press("#slides-make");
        stand.awaitSeen("#slides-save");
        assertThat(stand.text("#slides-maker")).isEqualTo("文字由 AI 生成，在本机排版 · 0 积分");
        assertThat(stand.text("#slides-shortened .label")).contains("63 页", "备注");
        assertThat(stand.find("#slides-shortened"))
                .map(lines ->
                        ((Labeled) ((Parent) lines).getChildrenUnmodifiable().getLast()).getText())
                .contains("文章里有 2 张图片没有放进幻灯片。");
        stand.shot("deck-6-condensed");
        slides(Language.ENGLISH);
        stand.awaitSeen("#slides-save");
        stand.resize(776, 560);
        stand.shot("deck-7-english-condensed");
    }

    private void slides(Language language) {
        if (decks == null) {
            decks = stand.onScreen(() -> new SlidesModel(background, studio.backend(), new Preferences(folder)));
        }
        stand.show(language, desk -> new SlidesScreen(desk, decks, thumbnails(), _ -> {}, exits));
    }
}
