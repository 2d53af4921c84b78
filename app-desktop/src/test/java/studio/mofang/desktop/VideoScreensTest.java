package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Videos.Task;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.video.VideoModel;
import studio.mofang.desktop.video.VideoScreen;

/// What a person sees of the pane of videos in each of its states.
class VideoScreensTest extends ScreenFixture {
    private VideoModel videos;

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

    private void video(Language language) {
        if (videos == null) {
            videos = stand.onScreen(() -> new VideoModel(background, studio.backend(), new Preferences(folder)));
        }
        stand.show(language, desk -> new VideoScreen(desk, videos, thumbnails(), files(), exits));
    }
}
