package studio.mofang.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import studio.mofang.core.Json;
import studio.mofang.server.testkit.TestServer;

/// What the server says of itself in its OpenAPI document, for tests that go through all of it.
final class Operations {
    private static final MediaType JSON = MediaType.get("application/json");

    private Operations() {}

    record Operation(String method, String path, JsonNode declared) {
        boolean templated() {
            return path.contains("{");
        }

        /// The schema of what it takes; missing where it takes no JSON.
        JsonNode body() {
            return declared.at("/requestBody/content/application~1json/schema");
        }

        /// The schema of what it answers; missing where it answers no JSON.
        JsonNode answer() {
            return declared.at("/responses/200/content/application~1json/schema");
        }

        /// What of a success is not as its schema says.
        List<String> undeclared(Answer answer) throws IOException {
            return answer.status() == 200 && !answer().isMissingNode()
                    ? Schema.complaints(answer(), Json.shared().readTree(answer.text()))
                    : List.of();
        }

        /// What it takes beside its body; missing where it takes nothing of this name.
        JsonNode parameter(String name) {
            for (var parameter : declared.path("parameters")) {
                if (parameter.path("name").asText().equals(name)) {
                    return parameter;
                }
            }
            return MissingNode.getInstance();
        }

        /// The types under which it answers with this status.
        List<String> contentTypes(int status) {
            var responses = declared.path("responses");
            var response = responses.has("" + status) ? responses.path("" + status) : responses.path("default");
            var types = new ArrayList<String>();
            response.path("content").fieldNames().forEachRemaining(types::add);
            return types;
        }
    }

    /// An answer as it came over the wire; `nosniff` if browsers are told to take its type as it stands.
    record Answer(int status, String contentType, String text, boolean nosniff) {}

    static List<Operation> of(TestServer server) throws IOException {
        var request =
                new Request.Builder().url(server.url() + "/api/v1/openapi.json").build();
        try (var response = server.http().newCall(request).execute()) {
            var document = Json.shared().readTree(response.body().bytes());
            var operations = new ArrayList<Operation>();
            for (var path : document.path("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    var method = operation.getKey().toUpperCase(Locale.ROOT);
                    operations.add(new Operation(method, path.getKey(), operation.getValue()));
                }
            }
            return operations;
        }
    }

    static Operation named(TestServer server, String method, String path) throws IOException {
        return of(server).stream()
                .filter(one -> one.method().equals(method) && one.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    static Answer send(TestServer server, String method, String path, String bearer, byte[] body) throws IOException {
        return send(server, method, path, bearer, body, "*/*");
    }

    static Answer send(TestServer server, String method, String path, String bearer, byte[] body, String accept)
            throws IOException {
        var sent = method.equals("GET") ? null : RequestBody.create(body, JSON);
        var request = new Request.Builder()
                .url(server.url() + path)
                .header("Authorization", bearer)
                .header("Accept", accept)
                .method(method, sent)
                .build();
        return send(server, request);
    }

    static Answer send(TestServer server, Request request) throws IOException {
        try (var response = server.http().newCall(request).execute()) {
            return new Answer(
                    response.code(),
                    response.header("Content-Type", "").replaceFirst(";.*", ""),
                    response.body().string(),
                    "nosniff".equals(response.header("X-Content-Type-Options")));
        }
    }
}
