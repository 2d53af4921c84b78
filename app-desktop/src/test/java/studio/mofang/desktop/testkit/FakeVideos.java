package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.json;
import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.core.Videos.Event;
import studio.mofang.core.Videos.Request;
import studio.mofang.core.Videos.Task;

/// Chapter 5: tasks that get on when a test says so, and the line that tells of it, which a test may cut.
public final class FakeVideos {
    private static final int GOING = 1001;

    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final List<Request> asked = new ArrayList<>();
    private final List<WebSocket> lines = new ArrayList<>();
    private final FakeMedia media;
    private boolean lineless;
    private Fault unwilling;
    private long ids;

    FakeVideos(FakeMedia media) {
        this.media = media;
    }

    /// What was asked for so far.
    public synchronized List<Request> asked() {
        return List.copyOf(asked);
    }

    /// Until `null`.
    public synchronized void fails(Fault fault) {
        unwilling = fault;
    }

    /// Every line is cut, and none is opened any more.
    public synchronized void cutsTheLine() {
        lineless = true;
        lines.forEach(line -> line.close(GOING, null));
        lines.clear();
    }

    /// Lines are opened again.
    public synchronized void mendsTheLine() {
        lineless = false;
    }

    public synchronized Task becomes(String taskId, String status, String stage, int progress) {
        var task = with(Objects.requireNonNull(tasks.get(taskId)), status, stage, progress);
        tasks.put(taskId, task);
        lines.forEach(line -> tell(line, task));
        return task;
    }

    /// One that somebody else asked for.
    public synchronized Task begins(String title) {
        return begun(new Request(title, 5, null));
    }

    synchronized MockResponse answer(RecordedRequest request, String[] parts) {
        return switch (parts[1]) {
            case "generate" ->
                unwilling == null ? ok(begun(read(request, new TypeReference<>() {}))) : refused(unwilling);
            case "tasks" -> ok(page(request));
            default -> parts[2].equals("cancel") ? ok(cancelled(parts[1])) : ok(tasks.get(parts[1]));
        };
    }

    synchronized MockResponse line() {
        return lineless
                ? new MockResponse.Builder().code(502).build()
                : new MockResponse.Builder().webSocketUpgrade(new Line()).build();
    }

    private Task begun(Request request) {
        asked.add(request);
        var id = "video_task_" + ++ids;
        var offline = Boolean.TRUE.equals(request.offline());
        var task = new Task(
                id,
                "processing",
                null,
                0,
                0,
                "queued",
                "排队中",
                request.script().lines().findFirst().orElse(""),
                Objects.requireNonNullElse(request.ratio(), "9:16"),
                Objects.requireNonNullElse(request.duration(), 5),
                null,
                null,
                null,
                offline ? "offline" : "qwen",
                offline ? "slideshow" : "wan2.6-t2v",
                !offline,
                Instant.now(),
                Instant.now());
        tasks.put(id, task);
        return task;
    }

    private Task cancelled(String id) {
        return becomes(id, "cancelled", "cancelled", 0);
    }

    private Page<Task> page(RecordedRequest request) {
        var page = Integer.parseInt(Objects.requireNonNull(request.getUrl().queryParameter("page")));
        var size = Integer.parseInt(Objects.requireNonNull(request.getUrl().queryParameter("page_size")));
        var newest = List.copyOf(tasks.values()).reversed();
        return new Page<>(
                newest.size(),
                page,
                size,
                newest.stream().skip((page - 1L) * size).limit(size).toList());
    }

    private Task with(Task task, String status, String stage, int progress) {
        var done = status.equals("completed");
        return new Task(
                task.taskId(),
                status,
                null,
                done && !task.provider().equals("offline") ? 50 : 0,
                progress,
                stage,
                status.equals("failed") ? "AI 服务没有完成这个任务，未扣除积分，请重试或更换模型" : status,
                task.title(),
                task.ratio(),
                task.duration(),
                done ? (Long) 7L : null,
                done ? media.keep(Pictures.png(1, "64x64")) : null,
                done ? media.keep(Pictures.png(task.title().hashCode(), "1080x1920")) : null,
                task.provider(),
                task.modelName(),
                task.aiText(),
                task.createdAt(),
                Instant.now());
    }

    private static void tell(WebSocket line, Task task) {
        line.send(json(new Event("task", task)));
    }

    private final class Line extends WebSocketListener {
        @Override
        public void onOpen(WebSocket line, Response response) {
            synchronized (FakeVideos.this) {
                lines.add(line);
                tasks.values().forEach(task -> tell(line, task));
            }
        }

        @Override
        public void onClosing(WebSocket line, int code, String reason) {
            line.close(code, null);
        }
    }
}
