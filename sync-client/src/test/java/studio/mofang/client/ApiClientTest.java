package studio.mofang.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Accounts.PasswordChange;
import studio.mofang.core.Fault;

class ApiClientTest {
    private static final TypeReference<Map<String, Integer>> ANSWER = new TypeReference<>() {};

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theEnvelopeIsOpened() throws Exception {
        server.enqueue(answer(200, "{\"code\":200,\"message\":\"success\",\"data\":{\"n\":7},\"later\":true}"));

        assertThat(client(Bearer.fixed("secret")).get("things", new TreeMap<>(Map.of("page", 2, "q", "甲 乙&丙")), ANSWER))
                .containsEntry("n", 7);

        var request = taken();
        assertThat(request.getTarget()).isEqualTo("/api/v1/things?page=2&q=%E7%94%B2%20%E4%B9%99%26%E4%B8%99");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
        assertThat(request.getHeaders().get("Idempotency-Key")).isNull();
    }

    @Test
    void namesAreWrittenInSnakeCaseAndEveryPostHasAKeyOfItsOwn() throws Exception {
        server.enqueue(ok());
        server.enqueue(ok());

        client(Bearer.none()).post("auth/password", new PasswordChange("old", "new"), ANSWER);
        client(Bearer.none()).post("auth/password", new PasswordChange("old", "new"), ANSWER);

        var first = taken();
        assertThat(first.getBody().utf8()).isEqualTo("{\"old_password\":\"old\",\"new_password\":\"new\"}");
        assertThat(first.getHeaders().get("Authorization")).isNull();
        assertThat(first.getHeaders().get("Idempotency-Key"))
                .isNotBlank()
                .isNotEqualTo(taken().getHeaders().get("Idempotency-Key"));
    }

    /// Otherwise whoever saves a long text waits for 40 ms of nothing.
    @Test
    void whatIsWrittenIsSentAtOnce() throws Exception {
        server.enqueue(ok());
        var prompt = new CompletableFuture<Boolean>();
        var http = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void connectionAcquired(Call call, Connection connection) {
                        try {
                            prompt.complete(connection.socket().getTcpNoDelay());
                        } catch (SocketException e) {
                            prompt.completeExceptionally(e);
                        }
                    }
                })
                .build();

        new ApiClient(http, server.url("/").toString(), Bearer.none()).get("things", Map.of(), ANSWER);

        assertThat(prompt.join()).isTrue();
    }

    @Test
    void aRefusalSaysWhatTheServerSaid() {
        server.enqueue(answer(400, """
                {"code":400,"message":"邮箱格式不正确","data":{"errors":[{"field":"email","message":"邮箱格式不正确"}]},
                 "request_id":"a1b2"}"""));

        var refused = refused(client(Bearer.none()));

        assertThat(refused.is(Fault.BAD_REQUEST)).isTrue();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.sentence()).isEqualTo("邮箱格式不正确");
        assertThat(refused.requestId()).contains("a1b2");
        assertThat(refused.errors()).extracting("field").isEqualTo(List.of("email"));
        assertThat(refused.unanswered()).isFalse();
    }

    @Test
    void aRefusalTellsItselfFromOthersOfItsCodeWhereTheServerDoes() {
        server.enqueue(answer(502, """
                {"code":40006,"message":"AI 服务拒绝了 API Key","data":{"reason":"key_refused"},"request_id":"a1b2"}"""));
        server.enqueue(answer(404, "{\"code\":404,\"message\":\"请求的内容不存在\",\"data\":null}"));

        assertThat(refused(client(Bearer.none())).reason()).contains("key_refused");
        assertThat(refused(client(Bearer.none())).reason()).isEmpty();
    }

    @Test
    void aPageOfAProxyIsNoAnswerOfTheServer() {
        server.enqueue(answer(502, "<html>Bad gateway</html>"));
        server.enqueue(answer(200, "<html>Please log in to the hotel's network</html>"));
        server.enqueue(answer(200, "{\"code\":200,\"message\":\"success\",\"data\":null}"));

        var refused = refused(client(Bearer.none()));
        assertThat(refused.code()).isEqualTo(502);
        assertThat(refused.sentence()).contains("502").doesNotContain("html");
        assertThat(refused(client(Bearer.none())).unanswered()).isTrue();
        assertThat(refused(client(Bearer.none())).unanswered()).isTrue();
    }

    @Test
    void whatIsRefusedIsNotSentAgain() {
        server.enqueue(answer(500, "{\"code\":500,\"message\":\"服务器内部错误\",\"data\":null}"));
        server.enqueue(answer(503, "{\"code\":503,\"message\":\"暂不可用\",\"data\":null}"));
        server.enqueue(answer(429, "{\"code\":429,\"message\":\"请求过于频繁\",\"data\":null}"));

        var client = client(Bearer.fixed("secret"));
        assertThat(refused(client).code()).isEqualTo(500);
        assertThat(refused(client).code()).isEqualTo(503);
        assertThat(refused(client).code()).isEqualTo(429);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void aBrokenLineIsNoAnswer() {
        server.enqueue(new MockResponse.Builder()
                .onRequestBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder()
                .body("{\"code\":200,\"message\":\"success\",\"data\":{\"n\":7}}")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(refused(client(Bearer.none())).unanswered()).isTrue();
        var cut = refused(client(Bearer.none()));
        assertThat(cut.unanswered()).isTrue();
        assertThat(cut.code()).isZero();
        assertThat(cut).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void nobodyThereIsNoAnswer() {
        server.close();

        assertThat(refused(client(Bearer.none())).unanswered()).isTrue();
    }

    @Test
    void aRefusedTokenIsRenewedOnceAndTheSameCallGoesOutAgain() throws Exception {
        server.enqueue(unauthenticated());
        server.enqueue(ok());
        var bearer = new Renewing();

        client(bearer).post("things", Map.of("n", 1), "key-1", ANSWER);

        var first = taken();
        var second = taken();
        assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer t0");
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer t1");
        assertThat(second.getHeaders().get("Idempotency-Key")).isEqualTo("key-1");
        assertThat(second.getBody()).isEqualTo(first.getBody());
    }

    @Test
    void aTokenThatIsRefusedAgainIsGivenUp() {
        server.enqueue(unauthenticated());
        server.enqueue(unauthenticated());
        var bearer = new Renewing();

        assertThat(refused(client(bearer)).code()).isEqualTo(401);
        assertThat(bearer.renewed).isEqualTo(1);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    /// What renews itself can tell who comes late: it hears the token that was refused, not the one it has by then.
    @Test
    void whoeverIsRefusedMeanwhileUsesTheTokenThatIsThereAlready() throws Exception {
        server.enqueue(unauthenticated()
                .newBuilder()
                .headersDelay(500, TimeUnit.MILLISECONDS)
                .build());
        var bearer = new Renewing();
        var late = CompletableFuture.supplyAsync(() -> read(client(bearer)));
        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer t0");
        server.enqueue(ok());

        bearer.renew("t0");

        assertThat(late.get(10, TimeUnit.SECONDS)).containsEntry("n", 7);
        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer t1");
        assertThat(bearer.renewed).isEqualTo(1);
    }

    @Test
    void bytesComeAsTheyAreAndARefusalOfThemIsRead() throws Exception {
        server.enqueue(answer(200, "PK"));
        server.enqueue(answer(404, "{\"code\":404,\"message\":\"作品不存在或已删除\",\"data\":null}"));

        var client = client(Bearer.none());
        assertThat(client.bytes("creations/1/export", Map.of())).containsExactly('P', 'K');
        assertThatThrownBy(() -> client.bytes("creations/2/export", Map.of()))
                .isInstanceOf(ApiException.class)
                .hasMessage("作品不存在或已删除");
    }

    private ApiClient client(Bearer bearer) {
        return new ApiClient(new OkHttpClient(), "http://127.0.0.1:" + server.getPort(), bearer);
    }

    private static ApiException refused(ApiClient client) {
        return catchThrowableOfType(ApiException.class, () -> client.post("things", Map.of("n", 1), ANSWER));
    }

    private static Map<String, Integer> read(ApiClient client) {
        try {
            return client.get("things", Map.of(), ANSWER);
        } catch (ApiException e) {
            throw new AssertionError(e);
        }
    }

    private RecordedRequest taken() throws InterruptedException {
        return server.takeRequest();
    }

    private static MockResponse ok() {
        return answer(200, "{\"code\":200,\"message\":\"success\",\"data\":{\"n\":7}}");
    }

    private static MockResponse unauthenticated() {
        return answer(401, "{\"code\":401,\"message\":\"登录已失效,请重新登录\",\"data\":null}");
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    /// Tokens t0, t1, …; only the present one needs to be renewed.
    private static final class Renewing implements Bearer {
        private int renewed;

        @Override
        public synchronized String token() {
            return "t" + renewed;
        }

        @Override
        public synchronized boolean renew(String refused) {
            if (refused.equals(token())) {
                renewed++;
            }
            return true;
        }
    }
}
