package studio.mofang.server.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;
import studio.mofang.server.testkit.FakeProvider.Answer;

/// DashScope's pictures and videos on the wire: pictures at once, and tasks that go through the states a
/// test has set, one each time they are asked about. Results lie at signed addresses, another one each time,
/// that can be made to expire.
public final class FakeTasks {
    private static final String SYNC = "/api/v1/services/aigc/multimodal-generation/generation";
    private static final String PICTURE_TASK = "/api/v1/services/aigc/image-generation/generation";
    private static final String OLDER_PICTURE_TASK = "/api/v1/services/aigc/text2image/image-synthesis";
    private static final String VIDEO_TASK = "/api/v1/services/aigc/video-generation/video-synthesis";
    private static final String TASKS = "/api/v1/tasks/";
    private static final String RESULTS = "/results/";

    private final FakeDashScope fake;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private final Deque<Answer> polls = new ConcurrentLinkedDeque<>();
    private final Deque<Answer> results = new ConcurrentLinkedDeque<>();
    private final Deque<Runnable> events = new ConcurrentLinkedDeque<>();
    private final AtomicInteger links = new AtomicInteger();
    private final List<String> cancelled = new CopyOnWriteArrayList<>();
    private volatile List<String> script = List.of();
    private volatile byte[] picture = new byte[0];
    private volatile byte[] video = new byte[0];
    private volatile boolean expired;

    private record Task(String path, Deque<String> states) {
        String next() {
            var state = states.size() > 1 ? states.poll() : states.peek();
            return state == null ? "UNKNOWN" : state;
        }
    }

    FakeTasks(FakeDashScope fake) {
        this.fake = fake;
        reset();
    }

    void reset() {
        tasks.clear();
        polls.clear();
        results.clear();
        events.clear();
        cancelled.clear();
        script = List.of("PENDING", "RUNNING", "SUCCEEDED");
        picture = Pictures.png(1280, 1280);
        video = Pictures.mp4();
        expired = false;
    }

    /// The states that new tasks go through; the last one stays.
    public void go(String... states) {
        script = List.of(states);
    }

    /// Moves every task to its last state.
    public void finish(String state) {
        tasks.values().forEach(task -> {
            task.states().clear();
            task.states().add(state);
        });
    }

    /// Lines up the answers to the next questions about tasks.
    public void nextPolls(Answer... answers) {
        polls.addAll(List.of(answers));
    }

    /// Lines up what comes of the next results that are fetched.
    public void nextResults(Answer... answers) {
        results.addAll(List.of(answers));
    }

    /// Runs once: the next submission or question has had its effect then, and is not answered yet.
    public void beforeAnswer(Runnable event) {
        events.add(event);
    }

    /// Takes a task and says nothing of it.
    public Answer takenInSilence() {
        return exchange -> {
            taken(exchange.getRequestURI().getPath());
            fake.silence().to(exchange);
        };
    }

    public void draws(byte[] file) {
        picture = file;
    }

    public void films(byte[] file) {
        video = file;
    }

    public void expireResults() {
        expired = true;
    }

    public int submitted() {
        return tasks.size();
    }

    public List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    static boolean mine(String path) {
        return path.startsWith(TASKS)
                || path.startsWith(RESULTS)
                || path.equals(SYNC)
                || path.equals(PICTURE_TASK)
                || path.equals(OLDER_PICTURE_TASK)
                || path.equals(VIDEO_TASK);
    }

    @Nullable
    Answer answer(HttpExchange exchange, JsonNode body) {
        var path = exchange.getRequestURI().getPath();
        if (path.startsWith(RESULTS)) {
            var lined = results.poll();
            return lined == null ? result(exchange, path) : lined;
        }
        if (path.startsWith(TASKS)) {
            return task(exchange, path.substring(TASKS.length()));
        }
        return mine(path) ? made(exchange, path, body) : null;
    }

    private Answer made(HttpExchange exchange, String path, JsonNode body) {
        boolean async = "enable".equals(exchange.getRequestHeaders().getFirst("X-DashScope-Async"));
        if (async == path.equals(SYNC)) {
            return fake.json(
                    403,
                    FakeDashScope.error(
                            "AccessDenied",
                            "current user api does not support " + (async ? "a" : "") + "synchronous calls."));
        }
        var wrong = wrong(path, body);
        if (wrong != null) {
            return fake.json(400, FakeDashScope.error("InvalidParameter", "wrong " + wrong));
        }
        var lined = fake.lined();
        if (lined != null) {
            return lined;
        }
        return path.equals(SYNC) ? fake.json(200, drawn()) : submitted(path);
    }

    private static @Nullable String wrong(String path, JsonNode body) {
        if (!path.equals(VIDEO_TASK) && body.path("parameters").path("n").asInt() != 1) {
            return "n";
        }
        var text = path.equals(SYNC) || path.equals(PICTURE_TASK)
                ? body.path("input")
                        .path("messages")
                        .path(0)
                        .path("content")
                        .path(0)
                        .path("text")
                : body.path("input").path("prompt");
        return text.asText().isBlank() ? "prompt" : null;
    }

    private Answer submitted(String path) {
        return happening(fake.json(200, state(taken(path), "PENDING").toString()));
    }

    private String taken(String path) {
        var id = "task-" + tasks.size() + "-" + System.nanoTime();
        tasks.put(id, new Task(path, new ConcurrentLinkedDeque<>(script)));
        return id;
    }

    private Answer happening(Answer answer) {
        var event = events.poll();
        if (event != null) {
            event.run();
        }
        return answer;
    }

    private @Nullable Answer task(HttpExchange exchange, String rest) {
        if (rest.endsWith("/cancel")) {
            var id = rest.replace("/cancel", "");
            cancelled.add(id);
            return fake.json(200, "{\"request_id\":\"f0f0\"}");
        }
        var lined = polls.poll();
        if (lined != null) {
            return happening(lined);
        }
        var task = tasks.get(rest);
        return task == null ? null : happening(fake.json(200, looked(rest, task)));
    }

    private String looked(String id, Task task) {
        var state = task.next();
        var answer = state(id, state);
        var output = answer.withObject("/output");
        if (state.equals("SUCCEEDED") && task.path().equals(VIDEO_TASK)) {
            output.put(
                    "video_url",
                    fake.address() + RESULTS + id + "/" + links.incrementAndGet()
                            + ".mp4?Signature=a%2Bb%3D&Expires=1");
            answer.putObject("usage").put("video_count", 1).put("duration", 5);
        } else if (state.equals("SUCCEEDED") && task.path().equals(PICTURE_TASK)) {
            choice(output, fake.address() + RESULTS + id + ".png?Signature=a%2Bb%3D");
        } else if (state.equals("SUCCEEDED")) {
            output.putArray("results")
                    .addObject()
                    .put("url", fake.address() + RESULTS + id + ".png?Signature=a%2Bb%3D");
        } else if (state.equals("FAILED")) {
            output.put("code", "InternalError.Algo").put("message", "the model gave up");
        } else if (state.equals("REJECTED")) {
            output.put("task_status", "FAILED");
            output.put("code", "DataInspectionFailed").put("message", "inappropriate content");
        }
        return answer.toString();
    }

    private static ObjectNode state(String id, String state) {
        var answer = Json.shared().createObjectNode().put("request_id", "f0f0f0f0-0000-0000-0000-000000000003");
        answer.putObject("output").put("task_id", id).put("task_status", state);
        return answer;
    }

    private String drawn() {
        var answer = Json.shared().createObjectNode().put("request_id", "f0f0f0f0-0000-0000-0000-000000000004");
        choice(answer.putObject("output"), fake.address() + RESULTS + "drawn.png?Signature=a%2Bb%3D");
        return answer.toString();
    }

    private static void choice(ObjectNode output, String address) {
        var choice = output.put("finished", true).putArray("choices").addObject();
        choice.put("finish_reason", "stop");
        choice.putObject("message")
                .put("role", "assistant")
                .putArray("content")
                .addObject()
                .put("type", "image")
                .put("image", address);
    }

    /// Object stores refuse a signed address that was written differently, and one with somebody's
    /// credentials.
    private Answer result(HttpExchange exchange, String path) {
        boolean altered = !exchange.getRequestURI().getRawQuery().startsWith("Signature=a%2Bb%3D");
        if (expired || altered || exchange.getRequestHeaders().getFirst("Authorization") != null) {
            return fake.json(403, "<Error><Code>AccessDenied</Code></Error>");
        }
        return path.endsWith(".mp4") ? fake.file("video/mp4", video) : fake.file("image/png", picture);
    }
}
