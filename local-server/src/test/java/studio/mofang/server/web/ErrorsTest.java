package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Fault;
import studio.mofang.core.Json;
import studio.mofang.server.testkit.OverheardLog;

class ErrorsTest {
    @Test
    void aStackThatOverflowsIsAnsweredInTheEnvelopeAndLoggedUnderItsCode() throws IOException {
        var heard = new CopyOnWriteArrayList<String>();
        var log = new OverheardLog(heard);
        var server = overflowing().start(0);
        var request = new Request.Builder()
                .url("http://localhost:" + server.port() + "/deep")
                .build();
        try (var answer = new OkHttpClient().newCall(request).execute()) {
            var envelope = Json.shared().readTree(answer.body().string());

            assertThat(answer.code()).isEqualTo(Fault.INTERNAL.status());
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            assertThat(envelope.path("code").asInt()).isEqualTo(Fault.INTERNAL.code());
            assertThat(envelope.path("message").asText()).isEqualTo(Fault.INTERNAL.message());
            assertThat(envelope.toString()).contains(answer.header("X-Request-Id"));
            assertThat(heard).anyMatch(line -> line.contains(answer.header("X-Request-Id")));
        } finally {
            server.stop();
            log.close();
        }
    }

    private static Javalin overflowing() {
        return Javalin.create(javalin -> {
            javalin.router.javaLangErrorHandler(Errors::fatal);
            Errors.register(javalin.routes);
            javalin.routes.before(SecurityHeaders::set);
            javalin.routes.get("/deep", _ -> {
                throw new StackOverflowError();
            });
        });
    }
}
