package studio.mofang.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Json;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeDashScope;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.OverheardLog;
import studio.mofang.server.testkit.TestServer;

/// A key that was put in never comes out: not in an answer, not in the log, not in the document (rule X5).
@ParameterizedClass
@EnumSource(Engine.class)
class KeyCanaryTest {
    private final Engine engine;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    KeyCanaryTest(Engine engine) {
        this.engine = engine;
    }

    @Test
    void noAnswerAndNoLogNamesAKey() throws Exception {
        var log = new OverheardLog(seen);
        try (var fake = new FakeDashScope();
                var server = TestServer.with(config(fake))) {
            walkThrough(server, fake);
        } finally {
            log.close();
        }
        assertThat(seen).hasSizeGreaterThan(20);
        assertThat(String.join("\n", seen)).contains("Refused on purpose").doesNotContain(FakeProvider.KEY);
    }

    private void walkThrough(TestServer server, FakeDashScope fake) throws Exception {
        var token = server.admin().tokens().accessToken();
        var draft =
                "{\"name\":\"金丝雀\",\"provider\":\"qwen\",\"model_name\":\"qwen-max\",\"credits_cost\":0,\"api_key\":\"%s\"}"
                        .formatted(FakeProvider.KEY);
        long id = call(server, token, "POST", "models", draft).at("/data/id").asLong();
        call(server, token, "PUT", "models/" + id, draft);
        call(server, token, "PUT", "models/" + id, "{\"api_key\":\"%s\n\"}".formatted(FakeProvider.KEY));
        call(server, token, "GET", "models", null);
        call(server, token, "GET", "openapi.json", null);
        var request = "{\"title\":\"题目\",\"model_id\":%d}".formatted(id);
        for (var answer : List.of(
                fake.says("好"),
                fake.refuses(400, "InvalidParameter"),
                fake.refuses(401, "InvalidApiKey"),
                fake.refuses(503, "Busy"),
                fake.errorEvent("Odd", "the key was " + FakeProvider.KEY),
                fake.cut(),
                fake.html(502))) {
            fake.next(answer, answer);
            call(server, token, "POST", "models/" + id + "/test", "{}");
            call(server, token, "POST", "writing/news_article/generate", request);
        }
    }

    private JsonNode call(
            TestServer server, String token, String method, String path, @org.jspecify.annotations.Nullable String body)
            throws IOException {
        var request = new Request.Builder()
                .url(server.url() + "/api/v1/" + path)
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? null : RequestBody.create(body, MediaType.get("application/json")));
        try (var response = server.http().newCall(request.build()).execute()) {
            var text = response.headers() + "\n" + response.body().string();
            seen.add(text);
            return Json.shared().readTree(text.substring(text.indexOf("\n{") + 1));
        }
    }

    private ServerConfig config(FakeDashScope fake) {
        return TestServer.config(engine, engine.freshStorage(), fake);
    }
}
