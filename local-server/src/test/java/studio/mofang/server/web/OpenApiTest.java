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

    private JsonNode document() throws IOException {
        var request =
                new Request.Builder().url(server.url() + "/api/v1/openapi.json").build();
        try (var response = server.http().newCall(request).execute()) {
            return Json.shared().readTree(response.body().bytes());
        }
    }
}
