package studio.mofang.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Creations.Generated;

class EventStreamTest {
    private static final String DONE =
            "event: done\ndata: {\"code\":200,\"message\":\"生成成功\",\"data\":{\"creation_id\":7,"
                    + "\"uuid\":\"0190b7a0-0000-7000-8000-000000000001\",\"content\":\"春天来了\",\"credits_used\":10,"
                    + "\"provider\":\"dashscope\",\"model_name\":\"qwen-max\"}}\n\n";

    private final MockWebServer server = new MockWebServer();
    private final List<String> pieces = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void piecesComeInOrderAndThenTheAnswer() throws Exception {
        server.enqueue(events(delta("春天"), ": keep-alive\n\n", "event: progress\ndata: {}\n\n", delta("来了"), DONE));

        var generated = generated();

        assertThat(pieces).containsExactly("春天", "来了");
        assertThat(generated.creationId()).isEqualTo(7);
        assertThat(generated.content()).isEqualTo("春天来了");
        var request = server.takeRequest();
        assertThat(request.getHeaders().get("Accept")).isEqualTo("text/event-stream");
        assertThat(request.getHeaders().get("Idempotency-Key")).isNotBlank();
    }

    @Test
    void anErrorInTheStreamIsTheServersRefusal() {
        server.enqueue(
                events(
                        delta("春天"),
                        "event: error\ndata: {\"code\":40006,\"message\":\"AI 服务繁忙\",\"data\":null,\"request_id\":\"a1\"}\n\n"));

        var failure = failure();

        assertThat(failure.code()).isEqualTo(40006);
        assertThat(failure.sentence()).isEqualTo("AI 服务繁忙");
        assertThat(failure.requestId()).contains("a1");
        assertThat(pieces).containsExactly("春天");
    }

    @Test
    void aStreamThatEndsWithoutItsAnswerIsUnanswered() {
        server.enqueue(events(delta("春天")));

        assertThat(failure().unanswered()).isTrue();
        assertThat(pieces).containsExactly("春天");
    }

    @Test
    void aLineThatBreaksInTheMiddleIsUnanswered() {
        server.enqueue(events(delta("春天"), DONE)
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(failure().unanswered()).isTrue();
    }

    @Test
    void whatIsRefusedBeforeItBeginsIsReadAsAlways() {
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .body("{\"code\":40001,\"message\":\"积分不足\",\"data\":null}")
                .build());

        assertThat(failure().code()).isEqualTo(40001);
    }

    @Test
    void aCancelledStreamEndsAtOnceAndIsNotTheServersFault() throws Exception {
        server.enqueue(events(delta("春天"), DONE)
                .newBuilder()
                .throttleBody(40, 1, TimeUnit.MINUTES)
                .build());
        var stream = client().stream("writing/essay/generate", List.of());
        var cancelling = Thread.ofVirtual().start(() -> {
            try {
                server.takeRequest();
                stream.cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        var failure = catchThrowableOfType(ApiException.class, () -> stream.run(pieces::add));

        cancelling.join();
        assertThat(failure.unanswered()).isTrue();
        assertThat(stream.cancelled()).isTrue();
    }

    private Generated generated() throws ApiException {
        return client().stream("writing/essay/generate", List.of()).run(pieces::add);
    }

    private ApiException failure() {
        return catchThrowableOfType(ApiException.class, this::generated);
    }

    private ApiClient client() {
        return new ApiClient(new OkHttpClient(), "http://127.0.0.1:" + server.getPort(), Bearer.fixed("secret"));
    }

    private static String delta(String text) {
        return "event: delta\ndata: {\"text\":\"" + text + "\"}\n\n";
    }

    private static MockResponse events(String... events) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .body(String.join("", events))
                .build();
    }
}
