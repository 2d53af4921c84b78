package studio.mofang.server.video;

import java.time.Duration;
import java.util.Optional;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.model.OfflineText;
import studio.mofang.server.model.OfflineVideo;
import studio.mofang.server.model.VideoModel;
import studio.mofang.server.model.VideoModels;
import studio.mofang.server.web.Problem;

/// Finds who makes a video: for a new request, and again for a task that goes on after a restart.
final class VideoMakers {
    /// Between two looks, where nobody can be asked how long.
    static final Duration USUAL_PACE = Duration.ofSeconds(15);

    private static final String KIND = "video";

    private final ModelService models;
    private final boolean hosted;

    VideoMakers(ModelService models, boolean hosted) {
        this.models = models;
        this.hosted = hosted;
    }

    /// Who is chosen, for how many credits where the user is no member, and how long the video becomes.
    record Choice(VideoTask.Maker maker, int credits, int seconds) {}

    /// Throws the Problem of whatever speaks against it.
    Choice choice(long userId, VideoForm form) {
        if (form.offline()) {
            return offline(form);
        }
        var asked = form.request().modelId();
        var ready = asked == null ? models.first(userId, KIND) : models.ready(userId, asked, KIND);
        if (ready.isEmpty() && hosted) {
            throw Kind.NO_KEY.problem();
        }
        return ready.map(model -> choice(model, form)).orElseGet(() -> offline(form));
    }

    /// Throws ModelFailure where the model is gone or has lost its key.
    VideoModel model(VideoTask task) {
        var modelId = task.maker().modelId();
        return modelId == null
                ? new OfflineVideo()
                : VideoModels.of(ready(task.userId(), modelId).endpoint());
    }

    private ModelService.Ready ready(long userId, long modelId) {
        try {
            return models.ready(userId, modelId, KIND)
                    .orElseThrow(() -> new ModelFailure(Kind.NO_KEY, "model " + modelId + " has lost its key"));
        } catch (Problem e) {
            throw new ModelFailure(Kind.MODEL_UNKNOWN, "model " + modelId + " is gone", e);
        }
    }

    private static Choice choice(ModelService.Ready ready, VideoForm form) {
        var endpoint = ready.endpoint();
        if (!endpoint.dashscope()) {
            throw Problem.invalid("model_id", "这个服务商的视频生成还不受支持，请换用百炼的视频模型或本机合成");
        }
        var maker = new VideoTask.Maker(ready.modelId(), "dashscope", endpoint.modelName());
        int seconds = VideoModels.of(endpoint).length(form.seconds());
        return new Choice(maker, ready.free() ? 0 : ready.creditsCost(), seconds);
    }

    private static Choice offline(VideoForm form) {
        var maker = new VideoTask.Maker(null, OfflineText.PROVIDER, OfflineVideo.MODEL_NAME);
        return new Choice(maker, 0, new OfflineVideo().length(form.seconds()));
    }

    static Optional<String> notice(VideoTask task) {
        var words = task.wish().marked() ? "文字由 AI 生成，将加标识，" : "不是 AI 输出，";
        return task.maker().modelId() == null ? Optional.of("任务已创建：由本机合成字幕视频，" + words + "未扣积分") : Optional.empty();
    }
}
