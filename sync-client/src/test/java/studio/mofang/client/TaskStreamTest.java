package studio.mofang.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Videos.Task;

class TaskStreamTest {
    private static final String TASK = """
        {"task_id":"video_task_1","status":"processing","credits_used":0,"progress":40,"stage":"rendering",
         "message":"正在生成","title":"片","ratio":"9:16","duration":5,"provider":"dashscope","model_name":"wan",
         "created_at":"2026-11-22T10:00:00","updated_at":"2026-11-22T10:00:05"}\
        """;

    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsThatItStandsThenWhatChangesThenThatItIsGone() throws Exception {
        serves("{\"type\":\"news\",\"task\":null}", "{\"type\":\"task\",\"task\":" + TASK + "}");

        try (var _ = new VideoApi(client()).stream(listener())) {
            assertThat(next()).isEqualTo("opened");
            assertThat(next()).isEqualTo("video_task_1 40");
            assertThat(next()).isEqualTo("ended");
        }
        assertThat(server.takeRequest(1, TimeUnit.SECONDS).getHeaders().get("Authorization"))
                .isEqualTo("Bearer secret");
    }

    @Test
    void aWordThatCannotBeReadEndsTheLine() throws Exception {
        serves("{\"type\":\"task\",");

        try (var _ = new VideoApi(client()).stream(listener())) {
            assertThat(next()).isEqualTo("opened");
            assertThat(next()).isEqualTo("ended");
        }
    }

    @Test
    void aServerThatOpensNoneEndsItAtOnce() throws Exception {
        server.enqueue(new MockResponse.Builder().code(502).build());

        try (var _ = new VideoApi(client()).stream(listener())) {
            assertThat(next()).isEqualTo("ended");
        }
    }

    private String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    private ApiClient client() {
        return new ApiClient(new OkHttpClient(), server.url("/").toString(), Bearer.fixed("secret"));
    }

    private void serves(String... events) {
        server.enqueue(new MockResponse.Builder()
                .webSocketUpgrade(new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket socket, Response response) {
                        for (var event : events) {
                            socket.send(event);
                        }
                        socket.close(1001, "going");
                    }
                })
                .build());
    }

    private TaskStream.Listener listener() {
        return new TaskStream.Listener() {
            @Override
            public void opened() {
                heard.add("opened");
            }

            @Override
            public void changed(Task task) {
                heard.add(task.taskId() + " " + task.progress());
            }

            @Override
            public void ended() {
                heard.add("ended");
            }
        };
    }
}
