package studio.mofang.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;

/// The API document that clients are written by, word for word, and the samples in it.
final class ApiDocument {
    private static final Pattern SECTION = Pattern.compile(
            "^### (\\d+\\.\\d+) [^\\n]+\\n(.*?)(?=^### |^## |^---)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("```http\\n(\\w+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    /// One endpoint. The samples of what it takes and answers are there if the document shows them.
    record Endpoint(
            String method,
            String path,
            @Nullable ObjectNode request,
            @Nullable ObjectNode answer) {}

    private ApiDocument() {}

    /// By the number of the section.
    static Map<String, Endpoint> endpoints() throws IOException {
        try (var file = ApiDocument.class.getResourceAsStream("api.md")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var endpoints = new TreeMap<String, Endpoint>();
            SECTION.matcher(text).results().forEach(found -> endpoints.put(found.group(1), endpoint(found.group(2))));
            return endpoints;
        }
    }

    private static Endpoint endpoint(String section) {
        var address = ADDRESS.matcher(section).results().findFirst().orElseThrow();
        var samples = new ArrayList<>(samples(section));
        var request = section.contains("**请求体：**") ? samples.removeFirst() : null;
        return new Endpoint(address.group(1), address.group(2), request, samples.isEmpty() ? null : samples.getLast());
    }

    private static List<ObjectNode> samples(String section) {
        return SAMPLE.matcher(section).results().map(ApiDocument::sample).toList();
    }

    private static ObjectNode sample(MatchResult found) {
        try {
            JsonNode sample = Json.shared().readTree(found.group(1));
            return (ObjectNode) sample;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
