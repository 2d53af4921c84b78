package studio.mofang.server.video;

import com.fasterxml.jackson.core.type.TypeReference;
import studio.mofang.core.Page;
import studio.mofang.core.Videos;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.Reply;

/// Chapter 5 of the contract, with cancelling, the user's tasks, and the stream of their changes.
final class VideoRoutes {
    private final VideoService videos;
    private final TaskStreams streams;

    VideoRoutes(VideoService videos, TaskStreams streams) {
        this.videos = videos;
        this.streams = streams;
    }

    void register(Api api) {
        api.post("/video/generate", Videos.Request.class)
                .limit(Limit.GENERATE)
                .summary("生成视频")
                .answers(Videos.Task.class)
                .handle(this::generate);
        api.get("/video/tasks")
                .paged()
                .summary("我的视频任务")
                .answers(new TypeReference<Page<Videos.Task>>() {})
                .handle((call, _) -> Reply.of(videos.list(call.userId(), call.paging())));
        api.get("/video/{task_id}/status")
                .summary("获取视频生成状态；也可用 WebSocket /api/v1/tasks/stream 接收变化")
                .answers(Videos.Task.class)
                .handle((call, _) -> Reply.of(videos.status(call.userId(), call.path("task_id"))));
        api.post("/video/{task_id}/cancel")
                .handlesIdempotency()
                .summary("取消视频生成，退还积分")
                .answers(Videos.Task.class)
                .handle((call, _) ->
                        call.onceDone(() -> Reply.of("已取消", videos.cancel(call.userId(), call.path("task_id")))));
        api.socket("/tasks/stream")
                .summary("视频任务的变化，先是各任务的现状")
                .sends(Videos.Event.class)
                .handle(streams);
    }

    private Reply generate(Call call, Videos.Request request) {
        var task = videos.begin(call.userId(), VideoForm.of(request));
        return Reply.of(VideoMakers.notice(task).orElse("任务已创建"), videos.wire(task));
    }
}
