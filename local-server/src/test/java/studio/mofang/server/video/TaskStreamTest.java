package studio.mofang.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.video.VideoServer.PATIENCE;
import static studio.mofang.server.video.VideoStudio.SAMPLE;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.TaskStream;
import studio.mofang.client.VideoApi;
import studio.mofang.core.Videos.Task;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;

/// The WebSocket that tells how videos come about.
@ParameterizedClass
@EnumSource(Engine.class)
class TaskStreamTest {
    private final VideoServer studio;

    TaskStreamTest(Engine engine) {
        studio = VideoServer.of(engine);
    }

    @Test
    void itTellsItsUserAndNobodyElseHowAVideoComesAbout() throws Exception {
        var user = studio.richUser();
        var api = new VideoApi(user.client());
        var heard = new Heard();
        var others = new Heard();
        var late = new Told();
        var line = studio.server().http().newWebSocket(stream().build(), late);
        line.send("{\"token\":\"" + user.tokens().accessToken() + "\"}");
        try (var _ = api.stream(heard);
                var _ = new VideoApi(studio.server().newUser().client()).stream(others)) {
            var begun = api.generate(SAMPLE);

            Eventually.holds(
                    PATIENCE,
                    "its end is told",
                    () -> heard.tasks.stream().anyMatch(task -> task.status().equals("completed")));
            Eventually.holds(
                    PATIENCE,
                    "a token in the first message is as good",
                    () -> late.heard.stream()
                            .anyMatch(text -> text.contains(begun.taskId()) && text.contains("completed")));

            assertThat(heard.tasks).extracting(Task::taskId).containsOnly(begun.taskId());
            assertThat(heard.tasks).extracting(Task::progress).isSorted();
            assertThat(others.tasks).isEmpty();
        }
        line.cancel();
    }

    @Test
    void aStrangersLineIsClosed() throws Exception {
        var stranger = new Told();

        studio.server().http().newWebSocket(stream().build(), stranger).send("{\"token\":\"nonsense\"}");

        Eventually.holds(PATIENCE, "the line is closed", () -> stranger.closed.get() == 4401);
    }

    @Test
    void anotherSitesPageIsRefusedTheHandshake() throws Exception {
        var foreign = new Told();

        studio.server()
                .http()
                .newWebSocket(stream().header("Origin", "https://evil.example").build(), foreign);

        Eventually.holds(PATIENCE, "the handshake is refused", () -> foreign.closed.get() == 403);
    }

    @Test
    void theHandshakeSetsNoCookie() throws Exception {
        var guest = new Told();

        var line = studio.server().http().newWebSocket(stream().build(), guest);

        Eventually.holds(PATIENCE, "the line is open", () -> guest.cookies.get() >= 0);
        assertThat(guest.cookies).hasValue(0);
        line.cancel();
    }

    private Request.Builder stream() {
        return new Request.Builder().url(studio.server().url() + "/api/v1/tasks/stream");
    }

    private static final class Heard implements TaskStream.Listener {
        private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();

        @Override
        public void changed(Task task) {
            tasks.add(task);
        }

        @Override
        public void ended() {
            // The test sees what it has heard.
        }
    }

    /// What a bare WebSocket is told.
    private static final class Told extends WebSocketListener {
        private final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private final AtomicInteger closed = new AtomicInteger();
        private final AtomicInteger cookies = new AtomicInteger(-1);

        @Override
        public void onOpen(WebSocket socket, Response response) {
            cookies.set(response.headers("Set-Cookie").size());
        }

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
