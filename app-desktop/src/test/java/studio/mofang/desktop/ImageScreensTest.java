package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import studio.mofang.core.CoverSize;
import studio.mofang.core.Fault;
import studio.mofang.desktop.image.ImageModel;
import studio.mofang.desktop.image.ImageScreen;
import studio.mofang.desktop.image.OpenArticle;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Preferences;

/// What a person sees of the pane of pictures in each of its states.
class ImageScreensTest extends ScreenFixture {
    private final FakeArticle article = new FakeArticle();
    private ImageModel images;

    @Test
    void aPictureFromNothingToTheArticle() {
        studio.models().has(2, "image", "通义万相", 20, false, false);
        image(Language.CHINESE);
        stand.awaitSeen("#maker-settings");
        stand.awaitSeen(".placeholder-title");
        assertThat(stand.text("#cost")).isEqualTo("本次 0 积分 · 在本机完成，不调用 AI");
        stand.shot("image-1-empty");
        stand.press("#maker-settings");
        assertThat(visited).containsExactly("settings");

        stand.write("#image-prompt", "如何提高工作效率\n五个马上能用的方法");
        stand.press("#image-draw");
        stand.awaitSeen("#image-large");
        assertThat(stand.text("#image-maker")).isEqualTo("在本机绘制 · 非 AI · 0 积分");
        stand.shot("image-2-offline");

        stand.press("#image-insert");
        stand.awaitSeen("#image-start");
        stand.shot("image-3-no-article");
        stand.press("#image-start");
        assertThat(article.done).containsExactly("start " + studio.files().getFirst());
        article.state = OpenArticle.State.OPEN;
        stand.press("#image-insert");
        stand.press("#image-cover");
        assertThat(article.done).last().isEqualTo("cover " + studio.files().getFirst());
        stand.press("#image-save");
        stand.awaitThat(() -> Files.exists(folder.resolve("如何提高工作效率.png")));
        stand.shot("image-4-saved");
    }

    @Test
    void aModelThatCostsWorksFailsAndIsDoneWithout() {
        studio.models().has(2, "image", "通义万相", 20, true, false);
        studio.models().has(5, "image", "千问图像 2.0（海外节点，大尺寸与中文排版增强）", 35, true, false);
        image(Language.CHINESE);
        stand.awaitThat(() -> stand.find("#cost-recharge").isPresent());
        assertThat(stand.text("#cost")).isEqualTo("本次 20 积分，可用 0，积分不足");
        studio.wallet().gives(99);
        draw("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸");
        assertThat(stand.text("#image-maker")).isEqualTo("由 wan2.6-t2i 生成 · 用去 20 积分");
        stand.write("#image-prompt", LONG);
        assertThat(stand.text("#cost")).isEqualTo("本次 20 积分 · 可用 99");
        stand.shot("image-5-shelf");

        studio.failsToWrite(Fault.AI_CALL_FAILED);
        stand.press("#image-draw");
        stand.awaitSeen("#making-again");
        stand.shot("image-6-failed");
        stand.press("#making-without");
        stand.awaitThat(() -> stand.find("#image-maker").isPresent());
        studio.recovers();

        studio.stalls();
        stand.press("#image-draw");
        stand.awaitSeen("#making-cancel");
        stand.shot("image-7-working");
        stand.pick("#shelf", 3);
        stand.awaitSeen("#making-back");
        stand.awaitSeen("#image-large");
        stand.shot("image-8-aside");
        stand.press("#making-back");
        stand.press("#making-cancel");
        stand.awaitSeen("#image-large");
        stand.shot("image-9-cancelled");
        looksAtThePictureNarrowAndInEnglish();
    }

    private void looksAtThePictureNarrowAndInEnglish() {
        stand.resize(776, 560);
        stand.shot("image-10-narrow");
        stand.resize(1156, 820);
        image(Language.ENGLISH);
        stand.awaitSeen("#image-large");
        stand.write("#image-prompt", LONG);
        stand.shot("image-11-english");
        stand.resize(776, 560);
        stand.shot("image-12-english-narrow");
    }

    @Test
    void sizesThatAModelDoesNotDrawAreGreyed() {
        studio.models().has(2, "image", "万相 2.2", 20, true, false);
        studio.models().draws(2, CoverSize.SQUARE, CoverSize.XIAOHONGSHU, CoverSize.TOUTIAO);
        studio.models().has(5, "image", "DALL·E 3", 35, true, false);
        studio.models().draws(5);
        studio.wallet().gives(99);
        image(Language.CHINESE);
        stand.awaitThat(() -> greyed().equals(List.of("公众号 2.35:1", "抖音·快手 9:16")));
        stand.write("#image-prompt", LONG);
        stand.shot("image-16-sizes");
        stand.press("#image-draw");
        stand.awaitSeen("#image-large");
        assertThat(studio.drawn().getFirst().size()).isEqualTo("1080x1080");

        var makers = (ComboBox<?>) stand.find("#maker").orElseThrow();
        stand.onScreen(() -> {
            makers.getSelectionModel().select(1);
            return true;
        });
        stand.awaitThat(() -> greyed().size() == CoverSize.values().length);
        assertThat(stand.find("#image-draw").orElseThrow().isDisabled()).isTrue();
        stand.shot("image-17-no-sizes");
        image(Language.ENGLISH);
        stand.awaitSeen("#image-sizes");
        stand.shot("image-18-english-no-sizes");
    }

    private List<String> greyed() {
        return stand.find("#image-sizes")
                .map(sizes -> ((Parent) sizes)
                        .getChildrenUnmodifiable().stream()
                                .filter(Node::isDisabled)
                                .map(size -> ((ToggleButton) size).getText())
                                .toList())
                .orElse(List.of());
    }

    @Test
    void aPictureThatItsProviderGoesOnWithIsNotMadeTwice() {
        studio.models().has(2, "image", "通义万相", 20, true, false);
        studio.wallet().gives(99);
        studio.stops();
        image(Language.CHINESE);
        stand.awaitThat(() -> stand.find("#cost").isPresent());
        stand.write("#image-prompt", LONG);
        stand.press("#image-draw");
        stand.awaitSeen("#making-look");
        assertThat(stand.text(".placeholder-title")).isEqualTo("还在生成");
        assertThat(stand.find("#making-again")).isEmpty();
        assertThat(stand.find("#making-without")).isEmpty();
        stand.shot("image-14-goes-on");
        stand.press("#making-look");
        stand.awaitThat(() -> stand.find("#making-look").isEmpty());
        image(Language.ENGLISH);
        stand.write("#image-prompt", LONG);
        stand.press("#image-draw");
        stand.awaitSeen("#making-look");
        stand.shot("image-15-english-goes-on");
    }

    @Test
    void whatCannotBeListedCanBeAskedForAgain() {
        studio.fails(Fault.INTERNAL);
        image(Language.CHINESE);
        stand.awaitSeen(".placeholder-title");
        stand.awaitThat(() -> stand.text(".placeholder-title").equals("没能加载"));
        stand.shot("image-13-unlisted");
    }

    private void draw(String... prompts) {
        for (var prompt : prompts) {
            var before = studio.drawn().size();
            stand.write("#image-prompt", prompt);
            stand.press("#image-draw");
            stand.awaitThat(() ->
                    studio.drawn().size() > before && stand.find("#image-large").isPresent());
        }
    }

    private void image(Language language) {
        if (images == null) {
            images = stand.onScreen(() -> new ImageModel(background, studio.backend(), new Preferences(folder)));
        }
        stand.show(language, desk -> new ImageScreen(desk, images, thumbnails(), files(), article, exits));
    }

    private static final class FakeArticle implements OpenArticle {
        private final List<String> done = new ArrayList<>();
        private State state = State.NONE;

        @Override
        public State state() {
            return state;
        }

        @Override
        public String title() {
            return "怎样开好一次会";
        }

        @Override
        public void insert(UUID picture) {
            done.add("insert " + picture);
        }

        @Override
        public void start(UUID picture) {
            done.add("start " + picture);
        }

        @Override
        public void cover(UUID picture) {
            done.add("cover " + picture);
        }
    }
}
