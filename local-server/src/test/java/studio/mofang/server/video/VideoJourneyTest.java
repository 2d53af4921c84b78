package studio.mofang.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.ModelApi;
import studio.mofang.client.TaskStream;
import studio.mofang.client.VideoApi;
import studio.mofang.core.AiModels;
import studio.mofang.core.Credits.Balance;
import studio.mofang.core.Media;
import studio.mofang.core.Videos;
import studio.mofang.core.Videos.Task;
import studio.mofang.core.content.AiLabel;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Upstreams;
import studio.mofang.server.media.Mp4Label;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Chapter 5 over the wire.
@ParameterizedClass
@EnumSource(Engine.class)
class VideoJourneyTest {
    private static final Videos.Request SAMPLE = new Videos.Request("视频脚本内容", 30, 3L);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<Engine, Studio> STUDIOS = new EnumMap<>(Engine.class);

    private final Studio studio;

    @TempDir
    private Path folder;

    VideoJourneyTest(Engine engine) {
        studio = STUDIOS.computeIfAbsent(engine, Studio::open);
    }

    /// A server with a DashScope of ours that is asked every few milliseconds.
    private record Studio(TestServer server, FakeDashScope dashscope) {
        static Studio open(Engine engine) {
            var dashscope = new FakeDashScope();
            var plain = TestServer.config(engine, engine.freshStorage());
            var server = TestServer.with(new ServerConfig(
                    plain.mode(),
                    plain.listen(),
                    plain.storage(),
                    plain.secrets(),
                    new Upstreams(FakeProvider.KEY, dashscope.base(), true),
                    false));
            try {
                new ModelApi(server.admin().client())
                        .change(
                                3,
                                new AiModels.Draft(
                                        null, null, null, null, null, null, Map.of("poll_millis", 50), null, null));
            } catch (ApiException e) {
                throw new IllegalStateException(e);
            }
            return new Studio(server, dashscope);
        }

        TestUser richUser() throws ApiException, IOException {
            var user = server.newUser();
            Purse.recharge(server, user, 10);
            return user;
        }
    }

    @BeforeEach
    void reset() {
        studio.dashscope().reset();
    }

    @Test
    void theDocumentsSampleBecomesAVideoForFiftyCredits() throws Exception {
        var user = studio.richUser();
        var api = new VideoApi(user.client());
        var begun = api.generate(SAMPLE);
        assertThat(begun.taskId()).startsWith("video_task_");
        assertThat(begun.status()).isEqualTo("processing");
        assertThat(balance(user).creditHeld()).isEqualTo(50);
        var done = ended(api, begun);
        assertThat(done.status()).isEqualTo("completed");
        assertThat(done.creditsUsed()).isEqualTo(50);
        assertThat(done.progress()).isEqualTo(100);
        assertThat(balance(user).creditBalance()).isEqualTo(50);
        assertThat(balance(user).creditHeld()).isZero();
        var sent = studio.dashscope().received().getFirst().body();
        assertThat(sent.path("input").path("prompt").asText()).isEqualTo("视频脚本内容");
        assertThat(sent.path("parameters").path("duration").asInt()).isEqualTo(15);
        assertThat(sent.path("parameters").path("size").asText()).isEqualTo("720*1280");
        assertThat(sent.path("parameters").path("watermark").asBoolean()).isTrue();
        assertThat(label(user, done)).map(AiLabel::contentProducer).contains("dashscope/wan2.6-t2v");
        assertThat(new CreditApi(user.client())
                        .transactions(1, 1)
                        .items()
                        .getFirst()
                        .description())
                .isEqualTo("生成视频《视频脚本内容》");
    }

    @Test
    void theVideoIsInTheGalleryWithItsPosterAndScript() throws Exception {
        var user = studio.richUser();
        var done = ended(new VideoApi(user.client()), new VideoApi(user.client()).generate(SAMPLE));
        var creation = new CreationApi(user.client()).creation(java.util.Objects.requireNonNull(done.creationId()));
        assertThat(creation.type()).isEqualTo("video");
        assertThat(Media.references(creation.content())).containsExactly(done.posterId(), done.mediaId());
        assertThat(creation.content()).endsWith("视频脚本内容");
        try (var response = studio.server()
                .http()
                .newCall(new Request.Builder()
                        .url(String.valueOf(done.videoUrl()))
                        .build())
                .execute()) {
            assertThat(response.header("Content-Type")).isEqualTo("video/mp4");
        }
    }

    @ParameterizedTest
    @CsvSource({"FAILED,没有完成", "REJECTED,安全审核", "UNKNOWN,已没有这个结果", "CANCELED,已取消"})
    void whatTheProviderEndsGivesTheCreditsBack(String state, String words) throws Exception {
        var user = studio.richUser();
        studio.dashscope().tasks().go("PENDING", state);
        var api = new VideoApi(user.client());
        var ended = ended(api, api.generate(SAMPLE));
        assertThat(ended.status()).isEqualTo("failed");
        assertThat(ended.message()).matches(text -> text.contains(words) || text.contains("繁忙"));
        assertThat(ended.creditsUsed()).isZero();
        assertThat(balance(user).creditBalance()).isEqualTo(100);
        assertThat(balance(user).creditHeld()).isZero();
        assertThat(studio.dashscope().tasks().submitted()).isEqualTo(1);
    }

    @Test
    void aRefusedSubmissionIsNotRepeated() throws Exception {
        var user = studio.richUser();
        studio.dashscope().next(studio.dashscope().refuses(503, "ModelUnavailable"));
        var api = new VideoApi(user.client());
        assertThat(ended(api, api.generate(SAMPLE)).status()).isEqualTo("failed");
        assertThat(balance(user).creditBalance()).isEqualTo(100);
        assertThat(studio.dashscope().received()).hasSize(1);
    }

    @Test
    void troubleWhileAskingIsOutlived() throws Exception {
        var user = studio.richUser();
        var fake = studio.dashscope();
        fake.tasks().nextPolls(fake.refuses(503, "ModelUnavailable"), fake.html(200), fake.refuses(429, "Throttling"));
        var api = new VideoApi(user.client());
        assertThat(ended(api, api.generate(SAMPLE)).status()).isEqualTo("completed");
        assertThat(fake.tasks().submitted()).isEqualTo(1);
    }

    @Test
    void aResultThatIsNoVideoOrGoneGivesTheCreditsBack() throws Exception {
        var user = studio.richUser();
        studio.dashscope().tasks().films("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var api = new VideoApi(user.client());
        var ended = ended(api, api.generate(SAMPLE));
        assertThat(ended.status()).isEqualTo("failed");
        assertThat(balance(user).creditBalance()).isEqualTo(100);
        assertThat(new MediaApi(user.client()).list(null, 1, 20).items()).isEmpty();
    }

    @Test
    void aCancelledVideoIsCancelledAtOnceAndAtItsProvider() throws Exception {
        var user = studio.richUser();
        studio.dashscope().tasks().go("PENDING");
        var api = new VideoApi(user.client());
        var begun = api.generate(SAMPLE);
        Eventually.holds(
                PATIENCE,
                "it is submitted",
                () -> studio.dashscope().tasks().submitted() == 1
                        && api.status(begun.taskId()).stage().equals("waiting"));
        assertThat(api.cancel(begun.taskId()).status()).isEqualTo("cancelled");
        assertThat(balance(user).creditBalance()).isEqualTo(100);
        assertThat(balance(user).creditHeld()).isZero();
        Eventually.holds(
                PATIENCE,
                "the provider hears of it",
                () -> studio.dashscope().tasks().cancelled().size() == 1);
        studio.dashscope().tasks().finish("SUCCEEDED");
        assertThat(api.cancel(begun.taskId()).status()).isEqualTo("cancelled");
    }

    @Test
    void theStreamTellsHowAVideoComesAbout() throws Exception {
        var user = studio.richUser();
        var api = new VideoApi(user.client());
        Queue<Task> heard = new ConcurrentLinkedQueue<>();
        try (var _ = api.stream(listener(heard))) {
            var begun = api.generate(SAMPLE);
            Eventually.holds(
                    PATIENCE,
                    "its end is told",
                    () -> heard.stream()
                            .anyMatch(task -> task.taskId().equals(begun.taskId())
                                    && task.status().equals("completed")));
            assertThat(heard).extracting(Task::taskId).containsOnly(begun.taskId());
            assertThat(heard).extracting(Task::progress).isSorted();
        }
    }

    @Test
    void aStrangersStreamIsRefusedAndAnotherUserHearsNothing() throws Exception {
        var stranger = new Told();
        var open = new Request.Builder().url(studio.server().url() + "/api/v1/tasks/stream");
        var socket = studio.server().http().newWebSocket(open.build(), stranger);
        socket.send("{\"token\":\"nonsense\"}");
        Eventually.holds(PATIENCE, "the line is closed", () -> stranger.closed.get() == 4401);
        var foreign = new Told();
        studio.server()
                .http()
                .newWebSocket(open.header("Origin", "https://evil.example").build(), foreign);
        Eventually.holds(PATIENCE, "the handshake is refused", () -> foreign.closed.get() == 403);
        var first = new Told();
        var user = studio.richUser();
        var late = studio.server()
                .http()
                .newWebSocket(
                        new Request.Builder()
                                .url(studio.server().url() + "/api/v1/tasks/stream")
                                .build(),
                        first);
        late.send("{\"token\":\"" + user.tokens().accessToken() + "\"}");
        Queue<Task> others = new ConcurrentLinkedQueue<>();
        try (var _ = new VideoApi(studio.server().newUser().client()).stream(listener(others))) {
            var begun = new VideoApi(user.client()).generate(SAMPLE);
            Eventually.holds(
                    PATIENCE,
                    "a first message is good as well",
                    () -> first.heard.stream()
                            .anyMatch(text -> text.contains(begun.taskId()) && text.contains("completed")));
            assertThat(others).isEmpty();
        }
        late.cancel();
    }

    @Test
    void anotherUserFindsNothing() throws Exception {
        var user = studio.richUser();
        var begun = new VideoApi(user.client()).generate(SAMPLE);
        var stranger = new VideoApi(studio.server().newUser().client());
        assertThatThrownBy(() -> stranger.status(begun.taskId())).hasMessageContaining("没有这个视频任务");
        assertThatThrownBy(() -> stranger.cancel(begun.taskId())).hasMessageContaining("没有这个视频任务");
        assertThat(stranger.tasks(1, 20).items()).isEmpty();
        assertThat(ended(new VideoApi(user.client()), begun).status()).isEqualTo("completed");
    }

    @Test
    void withoutCreditsNothingIsBegun() throws Exception {
        var user = studio.server().newUser();
        assertThatThrownBy(() -> new VideoApi(user.client()).generate(SAMPLE)).hasMessageContaining("积分不足");
        assertThat(new VideoApi(user.client()).tasks(1, 20).items()).isEmpty();
    }

    @Test
    void offlineVideosCostNothingAndCarryTheLabelOfTheirScript() throws Exception {
        var user = studio.server().newUser();
        var api = new VideoApi(user.client());
        var own = ended(api, api.generate(new Videos.Request("春天来了。花开了。", 5, null, "16:9", true, null)));
        assertThat(own.status()).isEqualTo("completed");
        assertThat(own.creditsUsed()).isZero();
        assertThat(own.provider()).isEqualTo("offline");
        assertThat(label(user, own)).isEmpty();
        var item = new MediaApi(user.client()).item(java.util.Objects.requireNonNull(own.mediaId()));
        assertThat(item.durationMillis()).isEqualTo(5000);
        assertThat(List.of(item.width(), item.height())).containsExactly(1920, 1080);
    }

    @ParameterizedTest
    @CsvSource({"'',30,9:16,script", "好,1,9:16,duration", "好,301,9:16,duration", "好,30,2:1,ratio"})
    void whatCannotBeFilmedIsRefused(String script, int seconds, String ratio, String field) throws Exception {
        var api = new VideoApi(studio.server().newUser().client());
        assertThatThrownBy(() -> api.generate(new Videos.Request(script, seconds, null, ratio, true, null)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.errors())
                                .extracting(error -> error.field())
                                .containsExactly(field));
    }

    private java.util.Optional<AiLabel> label(TestUser user, Task done) throws ApiException, IOException {
        var item = new MediaApi(user.client()).item(java.util.Objects.requireNonNull(done.mediaId()));
        var file = Files.write(folder.resolve("video.mp4"), new MediaApi(user.client()).content(item));
        return Mp4Label.read(file);
    }

    private static Task ended(VideoApi api, Task begun) throws Exception {
        Eventually.holds(
                PATIENCE, "the video ends", () -> !api.status(begun.taskId()).running());
        return api.status(begun.taskId());
    }

    private static Balance balance(TestUser user) throws ApiException {
        return new CreditApi(user.client()).balance();
    }

    private static TaskStream.Listener listener(Queue<Task> heard) {
        return new TaskStream.Listener() {
            @Override
            public void changed(Task task) {
                heard.add(task);
            }

            @Override
            public void ended() {
                // The test sees what it has heard.
            }
        };
    }

    /// What a bare WebSocket is told.
    private static final class Told extends WebSocketListener {
        private final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private final AtomicInteger closed = new AtomicInteger();

        @Override
        public void onMessage(WebSocket socket, String text) {
            heard.add(text);
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            closed.set(code);
            socket.close(1000, null);
        }

        @Override
        public void onFailure(WebSocket socket, Throwable reason, @Nullable Response response) {
            closed.set(response == null ? -1 : response.code());
        }
    }
}
