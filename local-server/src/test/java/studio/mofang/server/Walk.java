package studio.mofang.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;
import studio.mofang.server.ApiDocument.Endpoint;
import studio.mofang.server.testkit.TestCallback;
import studio.mofang.server.testkit.TestServer;

/// A walk through the API document: sends what it says, and keeps whatever differs from it.
final class Walk {
    private final TestServer server;
    private final Map<String, Endpoint> document = ApiDocument.endpoints();
    private final Set<String> ahead = new TreeSet<>(document.keySet());
    private final List<String> differences = new ArrayList<>();

    Walk(TestServer server) throws IOException {
        this.server = server;
    }

    /// The sections that nothing was sent to yet.
    Set<String> ahead() {
        return ahead;
    }

    List<String> differences() {
        return differences;
    }

    /// A copy of what the document sends there.
    ObjectNode sample(String section) {
        return document.get(section).request().deepCopy();
    }

    JsonNode send(String section, String bearer) throws IOException {
        return send(section, bearer, "", null);
    }

    JsonNode send(String section, String bearer, @Nullable JsonNode body) throws IOException {
        return send(section, bearer, "", body);
    }

    /// What the answer carries. `id` stands where the path names something.
    JsonNode send(String section, String bearer, String id, @Nullable JsonNode body) throws IOException {
        var endpoint = document.get(section);
        var request = new Request.Builder()
                .url(server.url() + endpoint.path().replaceAll("\\{\\w+}", id))
                .header("Authorization", bearer)
                .method(endpoint.method(), content(endpoint, body));
        try (var response = server.http().newCall(request.build()).execute()) {
            return compared(
                    section,
                    response.code(),
                    Json.shared().readTree(response.body().bytes()));
        }
    }

    /// Section 2.3, signed as a provider does.
    void pay(JsonNode order, String method) throws IOException {
        var id = order.path("order_id").asText();
        var body =
                sample("2.3").put("order_id", id).put("payment_method", method).put("transaction_id", "T" + id);
        var callback = new TestCallback(server.http(), server.url(), TestServer.CALLBACK_SECRET);
        var signature = callback.sign(body.toString(), server.clock().instant());
        var answer = callback.post(body.toString(), signature);
        compared("2.3", answer.status(), answer.json());
    }

    private JsonNode compared(String section, int status, JsonNode answer) {
        ahead.remove(section);
        var sample = document.get(section).answer();
        if (status != 200 || answer.path("code").asInt() != 200) {
            differences.add(section + " → " + status + " " + answer);
        } else if (sample != null) {
            Likeness.differences(sample, answer).forEach(one -> differences.add(section + " " + one));
            if (!sample.path("message").equals(answer.path("message"))) {
                differences.add(section + " message: " + answer.path("message"));
            }
        }
        return answer.path("data");
    }

    private static @Nullable RequestBody content(Endpoint endpoint, @Nullable JsonNode body) {
        return endpoint.method().equals("GET")
                ? null
                : RequestBody.create(body == null ? "" : body.toString(), MediaType.get("application/json"));
    }
}
