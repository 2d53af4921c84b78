package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.MediaApi;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;
import studio.mofang.server.web.Operations.Answer;

/// What the OpenAPI document says of content types, and of what is read, against what is answered.
class ContentTypesTest {
    private static final TestServer SERVER = TestServer.with(TestServer.config(Engine.H2, Engine.H2.freshStorage()));
    private static final String EVENTS = "text/event-stream";

    private final TestUser admin = SERVER.admin();

    ContentTypesTest() throws ApiException {}

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyReadAnswersAsDeclared() throws Exception {
        var belongings = Belongings.of(admin);
        var wrong = new ArrayList<String>();
        var successes = new TreeSet<String>();
        for (var operation : Operations.of(SERVER)) {
            var path = operation.templated() ? belongings.named(operation.path()) : Optional.of(operation.path());
            if (operation.method().equals("GET") && path.isPresent()) {
                var answer = send("GET", path.get() + "?format=docx", "", "*/*");
                if (!operation.contentTypes(answer.status()).contains(answer.contentType())) {
                    wrong.add(operation.path() + " → " + answer.status() + " " + answer.contentType());
                }
                operation.undeclared(answer).forEach(one -> wrong.add(operation.path() + one));
                if (answer.status() == 200) {
                    successes.add(answer.contentType());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(successes)
                .contains("application/json", "image/png", "text/csv", "text/html")
                .anyMatch(type -> type.endsWith("wordprocessingml.document"));
    }

    @Test
    void aFileComesUnderItsOwnType() throws Exception {
        var png = new MediaApi(admin.client()).upload(Pictures.png(4, 4));
        var answer = send("GET", png.url().replaceFirst("^https?://[^/]+", ""), "", "*/*");

        assertThat(answer.contentType()).isEqualTo("image/png");
        assertThat(Operations.named(SERVER, "GET", "/api/v1/media/{id}").contentTypes(200))
                .contains("image/png", "video/mp4")
                .doesNotContain("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/writing/{tool_type}/generate | /writing/wechat_article/generate | {'title':'效率','offline':true}",
                "/ppt/generate | /ppt/generate | {'topic':'效率','offline':true}",
                "/image/generate | /image/generate | {'prompt':'一只猫','offline':true}",
            },
            quoteCharacter = '"')
    void aGenerationIsDeclaredWholeAndInPieces(String declared, String path, String body) throws IOException {
        var generate = Operations.named(SERVER, "POST", "/api/v1" + declared);
        assertThat(generate.contentTypes(200)).containsExactlyInAnyOrder("application/json", EVENTS);

        var json = body.replace('\'', '"');
        var whole = send("POST", "/api/v1" + path, json, "*/*");
        assertThat(whole.status()).as(whole.text()).isEqualTo(200);
        assertThat(whole.contentType()).isEqualTo("application/json");
        assertThat(send("POST", "/api/v1" + path, json, EVENTS).contentType()).isEqualTo(EVENTS);
    }

    @Test
    void aPageRefusesAsAPage() throws IOException {
        var answer = send("POST", "/pay/42", "", "*/*");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.contentType())
                .isEqualTo("text/html")
                .isIn(Operations.named(SERVER, "POST", "/pay/{order_id}").contentTypes(403));
    }

    @Test
    void aFileIsRefusedAsJson() throws IOException {
        assertThat(Operations.named(SERVER, "GET", "/api/v1/creations/{id}/export")
                        .contentTypes(404))
                .containsExactly("application/json");
    }

    @Test
    void aWebSocketIsAChangeOfProtocol() throws IOException {
        var responses = Operations.named(SERVER, "GET", "/api/v1/tasks/stream")
                .declared()
                .path("responses");

        assertThat(responses.fieldNames()).toIterable().containsExactlyInAnyOrder("101", "default");
    }

    private Answer send(String method, String path, String body, String accept) throws IOException {
        var bearer = "Bearer " + admin.tokens().accessToken();
        return Operations.send(SERVER, method, path, bearer, body.getBytes(StandardCharsets.UTF_8), accept);
    }
}
