package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.CoverSize;
import studio.mofang.core.Fault;
import studio.mofang.core.Videos.Task;
import studio.mofang.desktop.image.ImageModel;
import studio.mofang.desktop.image.ImageScreen;
import studio.mofang.desktop.image.OpenArticle;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.MediaFiles;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.kit.Thumbnails;
import studio.mofang.desktop.making.Exits;
import studio.mofang.desktop.slides.SlidesModel;
import studio.mofang.desktop.slides.SlidesScreen;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.Stand;
import studio.mofang.desktop.video.VideoModel;
import studio.mofang.desktop.video.VideoScreen;

/// What a person sees of the panes of making in each of their states.
@Timeout(240)
class MakingScreensTest {
    private static final String LONG =
            "一只橘色的猫咪蜷在江南老宅的木窗台上晒太阳，窗外是白墙黛瓦和一树盛开的玉兰花，远处有撑着油纸伞走过石桥的人，水墨画风格，柔和的晨光，" + "大量留白，适合做公众号文章的头图";

    @TempDir
    private Path folder;

    private final FakeStudio studio = new FakeStudio();
    private final Background background = Background.ofTheInterface();
    private final List<String> visited = new ArrayList<>();
    private final Exits exits = new Exits(() -> visited.add("settings"), () -> visited.add("wallet"));
    private final FakeArticle article = new FakeArticle();
    private Stand stand;
    private ImageModel images;
    private VideoModel videos;
    private SlidesModel decks;

    @BeforeEach
    void open() {
        stand = new Stand(folder, 1156, 820);
    }

    @AfterEach
    void close() {
        stand.close();
        studio.close();
    }

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

    @Test
    void aVideoFromItsScriptToItsEnd() {
        studio.models().has(3, "video", "万相视频", 50, true, true);
        video(Language.CHINESE);
        stand.awaitSeen(".placeholder-title");
        stand.shot("video-1-empty");
        stand.write("#video-script", "三个方法告别拖延。\n第一，把任务拆成五分钟。\n第二，先做最难的那一件。");
        stand.press("#video-film");
        stand.awaitSeen("#video-progress");
        var id = "video_task_1";
        studio.videos().becomes(id, "processing", "rendering", 40);
        stand.awaitThat(() -> bar() == 0.4);
        stand.shot("video-2-under-way");
        studio.videos().cutsTheLine();
        stand.awaitThat(() -> stand.text("#video-line").startsWith("实时连接断开"));
        studio.videos().becomes(id, "processing", "rendering", 60);
        stand.awaitThat(() -> bar() == 0.6);
        stand.shot("video-3-without-line");
        studio.videos().mendsTheLine();
        studio.videos().becomes(id, "completed", "completed", 100);
        stand.awaitSeen("#video-play");
        assertThat(stand.text("#video-label")).startsWith("AI生成").contains("服务商");
        stand.shot("video-4-finished");
        stand.press("#video-play");
        stand.awaitThat(() -> !stand.opened().isEmpty());
        looksAtVideosThatCameToNothing();
    }

    private void looksAtVideosThatCameToNothing() {
        var failed = studio.videos().begins(LONG);
        studio.videos().becomes(failed.taskId(), "failed", "failed", 0);
        select(failed.title());
        stand.awaitThat(() -> stand.text(".placeholder-title").equals("没有拍成"));
        stand.shot("video-5-failed");
        stand.write("#video-script", "再来一个");
        stand.press("#video-film");
        stand.press("#video-cancel");
        stand.awaitThat(() -> stand.text(".placeholder-title").equals("已取消"));
        stand.shot("video-6-cancelled");
        video(Language.ENGLISH);
        select(failed.title());
        stand.awaitThat(() -> stand.text(".placeholder-title").equals("No video this time"));
        stand.shot("video-7-english-failed");
        stand.resize(776, 560);
        stand.shot("video-8-english-narrow");
        select("三个方法告别拖延。");
        stand.awaitSeen("#video-label");
        stand.shot("video-9-english-finished-narrow");
    }

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

    private void draw(String... prompts) {
        for (var prompt : prompts) {
            var before = studio.drawn().size();
            stand.write("#image-prompt", prompt);
            stand.press("#image-draw");
            stand.awaitThat(() ->
                    studio.drawn().size() > before && stand.find("#image-large").isPresent());
        }
    }

    private void select(String title) {
        stand.awaitThat(() -> place(title) >= 0);
        stand.pick("#shelf", place(title));
    }

    private int place(String title) {
        var tasks = ((ListView<?>) stand.find("#shelf").orElseThrow()).getItems();
        for (var i = 0; i < tasks.size(); i++) {
            if (tasks.get(i) instanceof Task task && task.title().equals(title)) {
                return i;
            }
        }
        return -1;
    }

    private double bar() {
        return stand.find("#video-progress")
                .map(bar -> ((ProgressBar) bar).getProgress())
                .orElse(-1.0);
    }

    private void image(Language language) {
        if (images == null) {
            images = stand.onScreen(() -> new ImageModel(background, studio.backend(), new Preferences(folder)));
        }
        stand.show(language, desk -> new ImageScreen(desk, images, thumbnails(), files(), article, exits));
    }

    private void video(Language language) {
        if (videos == null) {
            videos = stand.onScreen(() -> new VideoModel(background, studio.backend(), new Preferences(folder)));
        }
        stand.show(language, desk -> new VideoScreen(desk, videos, thumbnails(), files(), exits));
    }

    private void slides(Language language) {
        if (decks == null) {
            decks = stand.onScreen(() -> new SlidesModel(background, studio.backend(), new Preferences(folder)));
        }
        stand.show(language, desk -> new SlidesScreen(desk, decks, thumbnails(), _ -> {}, exits));
    }

    private Thumbnails thumbnails() {
        return new Thumbnails(background, studio.backend());
    }

    private MediaFiles files() {
        return new MediaFiles(background, studio.backend());
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
