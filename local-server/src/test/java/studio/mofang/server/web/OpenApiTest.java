package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Json;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;

class OpenApiTest {
    private final TestServer server = TestServer.shared(Engine.H2);

    @Test
    void theCallbackThatIsVerifiedBeforeItIsReadIsDescribedAllTheSame() throws IOException {
        var fields = document()
                .at(
                        "/paths/~1api~1v1~1credit~1payment~1callback/post/requestBody/content/application~1json/schema/properties");

        assertThat(fields.fieldNames()).toIterable().contains("order_id", "payment_method", "transaction_id", "status");
    }

    @Test
    void whatTakesNoBodyDescribesNone() throws IOException {
        assertThat(document()
                        .at("/paths/~1api~1v1~1auth~1logout/post/requestBody")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aWebSocketIsDescribedWithItsMessages() throws IOException {
        var stream = document().at("/paths/~1api~1v1~1tasks~1stream/get");
        var message = stream.at("/responses/101/content/application~1json/schema/properties");

        assertThat(message.fieldNames()).toIterable().containsExactlyInAnyOrder("type", "task");
        assertThat(message.at("/task/properties/task_id").isMissingNode()).isFalse();
        assertThat(stream.path("description").asText()).contains("token");
    }

    @Test
    void pagesAreWholeNumbersWithinTheBoundsThatHold() throws Exception {
        var admin = "Bearer " + server.admin().tokens().accessToken();
        int lists = 0;
        for (var operation : Operations.of(server)) {
            var size = operation.parameter("page_size");
            if (!size.isMissingNode() && !operation.templated()) {
                lists++;
                assertThat(size.at("/schema/type").asText())
                        .as(operation.path())
                        .isEqualTo("integer");
                int most = size.at("/schema/maximum").asInt();
                assertThat(status(operation.path() + "?page_size=" + most, admin))
                        .as(operation.path())
                        .isEqualTo(200);
                assertThat(status(operation.path() + "?page_size=" + (most + 1), admin))
                        .as(operation.path())
                        .isEqualTo(400);
            }
        }
        assertThat(lists).isGreaterThan(5);
    }

    @Test
    void aKeyIsTakenWhereItIsRead() throws IOException {
        assertThat(Operations.named(server, "POST", "/api/v1/creations")
                        .parameter("Idempotency-Key")
                        .at("/schema/maxLength")
                        .asInt())
                .isEqualTo(RequestKey.MAX_LENGTH);
        assertThat(Operations.named(server, "POST", "/api/v1/auth/login")
                        .parameter("Idempotency-Key")
                        .path("in")
                        .asText())
                .isEqualTo("header");
        assertThat(Operations.of(server).stream()
                        .filter(operation -> !operation.method().equals("POST"))
                        .map(operation -> operation.parameter("Idempotency-Key")))
                .allMatch(JsonNode::isMissingNode);
        assertThat(Operations.named(server, "POST", "/api/v1/publish/preview")
                        .parameter("Idempotency-Key")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void whatIsSignedSaysWhere() throws IOException {
        var signature = Operations.named(server, "POST", "/api/v1/credit/payment/callback")
                .parameter("X-Signature");

        assertThat(signature.path("in").asText()).isEqualTo("header");
        assertThat(signature.path("required").asBoolean()).isTrue();
    }

    private int status(String path, String bearer) throws IOException {
        return Operations.send(server, "GET", path, bearer, new byte[0]).status();
    }

    private JsonNode document() throws IOException {
        var request =
                new Request.Builder().url(server.url() + "/api/v1/openapi.json").build();
        try (var response = server.http().newCall(request).execute()) {
            return Json.shared().readTree(response.body().bytes());
        }
    }
}
